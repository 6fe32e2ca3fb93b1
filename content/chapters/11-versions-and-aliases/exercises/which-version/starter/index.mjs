export const handler = async (event, context) => {
  const name = context.invokedFunctionArn.split(":").at(-1);
  console.log(JSON.stringify({ version: name, time: event.time }));
  return { booked: event.time };
};
