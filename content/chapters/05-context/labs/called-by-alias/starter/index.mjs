export const handler = async (event, context) => {
  const { functionVersion, invokedFunctionArn } = context;
  const isLive = invokedFunctionArn.endsWith(":live");
  console.log(`주문 ${event.orderId}, 버전 ${functionVersion}`);
  return { functionVersion, invokedFunctionArn, isLive };
};
