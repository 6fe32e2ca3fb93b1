export const handler = async (event) => {
  for (const { body } of event.Records) {
    console.log(body);
  }
};
