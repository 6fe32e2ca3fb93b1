import { setTimeout as sleep } from "node:timers/promises";

async function retry(action, { attempts = 4, base = 2 } = {}) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await action(attempt);
    } catch (error) {
      if (attempt === attempts) throw error;
      console.warn(`attempt ${attempt} failed: ${error.message}`);
      await sleep(base ** attempt);
    }
  }
}

export const handler = async () =>
  retry(async (attempt) => {
    const response = await fetch("https://flaky.example.com/job", {
      method: "POST",
      body: JSON.stringify({ attempt }),
      headers: { "content-type": "application/json" },
      signal: AbortSignal.timeout(2000),
    });
    if (response.status >= 500) throw new Error(`status ${response.status}`);
    return { attempt, status: response.status, ...(await response.json()) };
  });
