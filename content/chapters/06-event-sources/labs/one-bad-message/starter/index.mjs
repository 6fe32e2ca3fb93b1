const register = async ({ parcel, address }) => {
  if (address === undefined) throw new Error(`주소가 없는 택배입니다: ${parcel}`);
  console.log(`${parcel} 접수함`);
};

export const handler = async (event) => {
  for (const record of event.Records) {
    await register(JSON.parse(record.body));
  }
};
