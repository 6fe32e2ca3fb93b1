// 요금표는 모두에게 같으니 바깥에 둡니다.
const bikes = {
  city: { name: "일반 자전거", price: 500 },
  electric: { name: "전기 자전거", price: 1000 },
};

export const handler = async (event) => {
  const bike = bikes[event.bike];
  if (event.member) bike.price = Math.round(bike.price * 0.9);
  return bike;
};
