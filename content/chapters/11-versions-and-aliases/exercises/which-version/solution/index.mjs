export const handler = async (event, context) => {
  const [, , , , , , , alias = "없음"] = context.invokedFunctionArn.split(":");
  console.log(JSON.stringify({ version: context.functionVersion, alias, time: event.time }));
  return { booked: event.time };
};
