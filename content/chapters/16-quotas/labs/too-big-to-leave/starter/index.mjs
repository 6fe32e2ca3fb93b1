export const handler = async (event) => {
  const bytes = Buffer.byteLength(JSON.stringify(event));
  console.log(event.ledger, "장부", bytes, "바이트");
  return { ledger: event.ledger, bytes };
};
