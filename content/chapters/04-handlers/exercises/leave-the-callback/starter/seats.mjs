const seats = {
  A1: { price: 15000 },
  B2: { price: 12000 },
};

// 좌석을 찾아 callback(error, seat) 꼴로 알립니다. 100ms쯤 걸립니다.
export const findSeat = (seatId, callback) => {
  setTimeout(() => {
    const seat = seats[seatId];
    if (seat) callback(null, seat);
    else callback(new RangeError(`없는 좌석입니다: ${seatId}`));
  }, 100);
};
