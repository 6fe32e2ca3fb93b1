console.log("분류표 읽기");
let sorted = 0;

export const handler = async (event) => {
  sorted += 1;
  if (sorted === 2) process.exit(1);
  return { parcel: event.parcel, sorted };
};
