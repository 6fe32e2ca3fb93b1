// 택배 하나를 우편번호 앞 두 자리의 상자로 보냅니다.
export const sortParcel = async (parcel) => {
  if (parcel.zip === undefined) throw new TypeError("우편번호가 없습니다");
  if (parcel.zip.length !== 5) throw new RangeError(`다섯 자리가 아닌 우편번호: ${parcel.zip}`);
  return { box: parcel.zip.slice(0, 2) };
};
