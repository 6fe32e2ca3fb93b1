import { download } from "./menu.mjs";

let menu;

export const handler = async (event) => {
  menu ??= await download();
  if (!(event.item in menu)) throw new Error(`메뉴에 없습니다: ${event.item}`);
  return { item: event.item, price: menu[event.item] };
};
