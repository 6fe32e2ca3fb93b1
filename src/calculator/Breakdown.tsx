/** The bill as a table. Every line opens its arithmetic. */
import { CERTAINTIES, centsText, type MonthlyBill, moneyText, quantityText, SOURCES, type Source } from "../../sandbox/index.ts";

export function Breakdown({ bill }: { readonly bill: MonthlyBill }) {
  return (
    <table class="breakdown">
      <caption class="visually-hidden">항목마다 한 달 요금</caption>
      <thead>
        <tr>
          <th scope="col">항목</th>
          <th scope="col">낼 양과 단가</th>
          <th scope="col">금액</th>
        </tr>
      </thead>
      <tbody>
        {bill.lines.map(({ item, tier, name, quantity, unit, price, amount, how }) => (
          <tr key={`${item} ${tier}`}>
            <th scope="row">{name}</th>
            <td>
              <details>
                <summary>
                  {quantityText(quantity)}
                  {unit} × ${price.usd}
                </summary>
                <ol>
                  {how.map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
                <p>
                  단가의 출처({price.certainty}: {CERTAINTIES[price.certainty]}):{" "}
                  {price.sources.map((source, index) => (
                    <>
                      {index > 0 && ", "}
                      <SourceName source={SOURCES[source]} />
                    </>
                  ))}
                </p>
              </details>
            </td>
            <td title={moneyText(amount)}>{centsText(amount)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">합계</th>
          <td>반올림하지 않은 값 {moneyText(bill.total)}</td>
          <td>{centsText(bill.total)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function SourceName({ source: { name, url } }: { readonly source: Source }) {
  return url === undefined ? name : <a href={url}>{name}</a>;
}
