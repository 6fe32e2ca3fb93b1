import { askBranch } from "./branches.mjs";

export const handler = async (event) => {
  const found = [];
  for (const branch of event.branches) {
    const answer = await askBranch(branch);
    found.push(answer);
  }
  return { found };
};
