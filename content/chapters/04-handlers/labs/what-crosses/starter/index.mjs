export const handler = async (event) => {
  return {
    photo: event.photo,
    takenAt: new Date(event.takenAt),
    tags: new Set(["바다", "가족"]),
    place: undefined,
    ratio: event.width / event.height,
  };
};
