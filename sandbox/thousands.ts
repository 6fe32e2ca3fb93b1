/** 10240 → `10,240`: numbers of four digits and more, as Korean text has them. Our own, so that no host locale shows. */
export function thousands(wholeNumber: number): string {
  return String(wholeNumber).replace(/\B(?=(\d{3})+$)/g, ",");
}
