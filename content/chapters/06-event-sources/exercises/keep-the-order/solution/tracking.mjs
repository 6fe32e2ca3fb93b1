// 택배의 상태를 새 상태로 바꿉니다. 번호가 X로 시작하는 택배는 없습니다.
export const updateStatus = async ({ parcel, status }) => {
  if (parcel.startsWith("X")) throw new Error(`없는 택배입니다: ${parcel}`);
  console.log(`${parcel} ${status}`);
};
