const Grade = {
  Standard: "standard",
  Premium: "premium",
} as const;

type Grade = (typeof Grade)[keyof typeof Grade];

const prices: Record<Grade, number> = { standard: 12_000, premium: 18_000 };

export const toGrade = (text: string): Grade => {
  const grade = Object.values(Grade).find((each) => each === text);
  if (grade === undefined) throw new RangeError(`없는 등급입니다: ${text}`);
  return grade;
};

export class Seat {
  readonly grade: Grade;
  readonly count: number;

  constructor(grade: Grade, count: number) {
    this.grade = grade;
    this.count = count;
  }

  total(): number {
    return prices[this.grade] * this.count;
  }
}
