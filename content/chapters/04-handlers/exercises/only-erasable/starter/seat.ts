enum Grade {
  Standard = "standard",
  Premium = "premium",
}

const prices: Record<Grade, number> = { standard: 12_000, premium: 18_000 };

export const priceOf = (text: string): number => {
  const grade = Object.values(Grade).find((each) => each === text);
  if (grade === undefined) throw new RangeError(`없는 등급입니다: ${text}`);
  return prices[grade];
};
