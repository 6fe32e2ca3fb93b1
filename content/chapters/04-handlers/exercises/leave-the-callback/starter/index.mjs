import { findSeat } from "./seats.mjs";

export const handler = (event, context, callback) => {
  findSeat(event.seatId, (error, seat) => {
    if (error) callback(error);
    else callback(null, { seatId: event.seatId, price: seat.price });
  });
};
