// 박물관의 소장품입니다. 설명의 길이가 저마다 다릅니다.
export const collection = [
  { id: 1, name: "청자 주전자", note: "연꽃 모양" },
  { id: 2, name: "백자 항아리", note: "둥근 달을 닮아 달항아리라고 부릅니다" },
  { id: 3, name: "Bronze bell", note: "Small bell with a dragon-shaped hook on top" },
  { id: 4, name: "금동 향로", note: "뚜껑에 산과 새, 아래에 물고기를 새겼습니다" },
  { id: 5, name: "붓", note: "족제비 털" },
  { id: 6, name: "벼루", note: "물을 담는 자리가 반달 모양입니다" },
  { id: 7, name: "Silver spoon", note: "Long handle" },
];
