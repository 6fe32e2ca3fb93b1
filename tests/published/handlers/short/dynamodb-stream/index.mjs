const unmarshal = (v) => {
  const [[type, value]] = Object.entries(v);
  switch (type) {
    case "S": case "BOOL": return value;
    case "N": return Number(value);
    case "NULL": return null;
    case "L": return value.map(unmarshal);
    case "M": return Object.fromEntries(Object.entries(value).map(([k, x]) => [k, unmarshal(x)]));
  }
};
export const handler = async (event) => {
  for (const record of event.Records) {
    console.log(record.eventID, record.eventName);
    console.log('DynamoDB Record: %j', record.dynamodb);
  }
  const images = event.Records.map(({ dynamodb }) => unmarshal({ M: dynamodb.NewImage ?? dynamodb.OldImage }));
  return Object.groupBy(images, ({ Id }) => (Id > 100 ? "big" : "small"));
};
