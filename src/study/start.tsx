/** Puts what the browser keeps into /my-study/, which can show nothing of it before. */
import { render } from "preact";
import { Study } from "./Study.tsx";

const place = document.querySelector("#study");
const data = document.querySelector("#study-chapters");
if (place !== null && data !== null) {
  place.replaceChildren();
  render(<Study chapters={JSON.parse(data.textContent ?? "[]")} />, place);
}
