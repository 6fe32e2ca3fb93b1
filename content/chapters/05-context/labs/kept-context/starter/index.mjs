let first;

export const handler = async (event, context) => {
  first ??= context;
  console.log(`받은 번호 ${context.awsRequestId}, 담아 둔 번호 ${first.awsRequestId}`);
  return {
    own: context.getRemainingTimeInMillis(),
    kept: first.getRemainingTimeInMillis(),
  };
};
