enum Grade {
  Standard = "standard",
  Premium = "premium",
}

const prices: Record<Grade, number> = { standard: 12_000, premium: 18_000 };

export const toGrade = (text: string): Grade => {
  const grade = Object.values(Grade).find((each) => each === text);
  if (grade === undefined) throw new RangeError(`없는 등급입니다: ${text}`);
  return grade;
};

export class Seat {
  constructor(
    readonly grade: Grade,
    readonly count: number,
  ) {}

  total(): number {
    return prices[this.grade] * this.count;
  }
}
