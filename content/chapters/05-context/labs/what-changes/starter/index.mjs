export const handler = async (event, context) => {
  console.log(`주문 ${event.orderId} 접수`);
  return {
    orderId: event.orderId,
    requestId: context.awsRequestId,
    logStream: context.logStreamName,
    memory: context.memoryLimitInMB,
  };
};
