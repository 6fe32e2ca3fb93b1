export const handler = async (event) => {
  for (const { body } of event.Records) {
    const { requestContext, requestPayload, responsePayload } = JSON.parse(body);
    const { condition, approximateInvokeCount } = requestContext;
    console.log(`${requestPayload.dueOn} ${condition} ${approximateInvokeCount}회 ${responsePayload?.errorMessage ?? "실행 안 함"}`);
  }
};
