import { askBranch } from "./branches.mjs";

export const handler = async (event) => {
  const found = await Promise.all(event.branches.map((branch) => askBranch(branch)));
  return { found };
};
