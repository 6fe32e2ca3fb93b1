/** What a reader can take away: a link, a file, a sheet of paper. */
import { useSignal } from "@preact/signals";
import type { MonthlyBill, UsageForm } from "../../sandbox/index.ts";
import { copy } from "../lab/copy.ts";
import { billCsv } from "./csv.ts";
import { linkHash } from "./share-link.ts";

interface SharingProps {
  readonly form: UsageForm;
  readonly freeTier: boolean;
  readonly bill: MonthlyBill;
  readonly isAlive: boolean;
}

export function Sharing({ form, freeTier, bill, isAlive }: SharingProps) {
  const says = useSignal("");
  const share = async () => {
    history.replaceState(null, "", linkHash(form, freeTier));
    says.value = (await copy(location.href)) ? "링크를 복사했습니다." : "복사하지 못했습니다. 주소 표시줄의 주소를 복사하세요.";
  };
  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([billCsv(bill)], { type: "text/csv;charset=utf-8" }));
    link.download = "lambda-bill.csv";
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    says.value = "CSV 파일로 저장했습니다.";
  };
  return (
    <div class="sharing">
      <button type="button" disabled={!isAlive} onClick={share}>
        공유
      </button>
      <button type="button" disabled={!isAlive} onClick={save}>
        CSV로 저장
      </button>
      <button type="button" disabled={!isAlive} onClick={() => print()}>
        인쇄
      </button>
      <p role="status">{says.value}</p>
    </div>
  );
}
