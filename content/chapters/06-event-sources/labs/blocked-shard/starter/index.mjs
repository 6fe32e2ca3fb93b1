const notify = ({ owner, parcel }, text) => console.log(owner.S, parcel.S, text);

const handle = ({ eventName, dynamodb: { OldImage, NewImage } }) => {
  if (eventName === "INSERT") notify(NewImage, "접수");
  if (eventName === "MODIFY") notify(NewImage, NewImage.status.S);
  if (eventName === "REMOVE") notify(OldImage, "취소");
};

export const handler = async (event) => {
  for (const record of event.Records) {
    try {
      handle(record);
    } catch (error) {
      console.error("알림 실패", record.dynamodb.Keys.parcel.S);
      throw error;
    }
  }
};
