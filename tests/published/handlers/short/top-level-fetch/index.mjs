const flags = await fetch("https://config.example.com/flags.json").then((r) => r.json());
console.log("flags loaded");
export const handler = async () => flags;
