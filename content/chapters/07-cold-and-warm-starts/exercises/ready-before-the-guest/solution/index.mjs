import { download } from "./menu.mjs";

const menu = await download();

export const handler = async (event) => {
  if (!(event.item in menu)) throw new Error(`메뉴에 없습니다: ${event.item}`);
  return { item: event.item, price: menu[event.item] };
};
