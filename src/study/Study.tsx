/** 내 학습: what the browser keeps of a reader's work, chapter by chapter; to a file and from a file; cleared, and taken back. */
import { useEffect, useState } from "preact/hooks";
import { Clearing } from "./Clearing.tsx";
import { fileText, merged, readFileText } from "./record-file.ts";
import { apply, keptRecords, save } from "./records.ts";
import { before, type Changes, type ChapterOnPage, type ChapterStudy, cleared, type Records, strangers, studyOf } from "./study.ts";

interface Said {
  readonly sentence: string;
  /** What takes it back. */
  readonly undo?: Changes;
}

export function Study({ chapters }: { readonly chapters: readonly ChapterOnPage[] }) {
  const [records, setRecords] = useState<Records>(keptRecords);
  const [said, say] = useState<Said | undefined>(undefined);
  useEffect(() => {
    // Work goes on in another tab.
    const look = () => setRecords(keptRecords());
    globalThis.addEventListener("storage", look);
    return () => globalThis.removeEventListener("storage", look);
  }, []);

  const change = (changes: Changes, sentence: string) => {
    const undo = before(changes, keptRecords());
    const trouble = apply(changes);
    setRecords(keptRecords());
    say({ sentence: trouble ?? sentence, undo });
  };
  const takeBack = () => {
    if (said?.undo === undefined) return;
    const trouble = apply(said.undo);
    setRecords(keptRecords());
    say({ sentence: trouble ?? "되돌렸습니다." });
  };
  const bring = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = readFileText(await file.text());
    if ("says" in read) say({ sentence: read.says });
    else {
      const changes = merged(keptRecords(), read.records);
      const count = Object.keys(changes).length;
      if (count === 0) say({ sentence: "파일의 기록이 모두 여기 있습니다. 바뀐 것은 없습니다." });
      else change(changes, "파일의 기록을 가져왔습니다.");
    }
  };

  const gone = strangers(chapters, records);
  return (
    <>
      <div class="study-said" role="status">
        {said !== undefined && (
          <p>
            {said.sentence}{" "}
            {said.undo !== undefined && (
              <button type="button" class="ghost" onClick={takeBack}>
                되돌리기
              </button>
            )}
          </p>
        )}
      </div>
      <h2 id="chapters">장마다 한 일</h2>
      <ol class="study-chapters">
        {chapters.map((chapter) => (
          <Chapter
            key={chapter.slug}
            study={studyOf(chapter, records)}
            onClear={() => change(cleared(chapter.slug, records), `‘${chapter.title}’ 장의 기록을 지웠습니다.`)}
          />
        ))}
      </ol>
      {gone.length > 0 && (
        <p class="aside">
          지금 책에 없는 장의 기록도 남아 있습니다. 장의 주소는 {gone.join(", ")}입니다.{" "}
          <Clearing
            of="없는 장의 기록"
            onClear={() =>
              change(Object.assign({}, ...gone.map((slug) => cleared(slug, records))), "지금 책에 없는 장의 기록을 지웠습니다.")
            }
          />
        </p>
      )}
      <h2 id="file">파일로 옮기기</h2>
      <p>다른 기기에서 이어 하거나 선생님께 낼 때 파일로 내보냅니다. 파일에는 고친 코드와 푼 연습, 확인 문제의 답이 들어갑니다.</p>
      <p class="study-files">
        <button type="button" class="primary" onClick={() => save("lambda-lab-내-학습.json", fileText(records))}>
          내보내기
        </button>
        <label class="ghost">
          가져오기
          <input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            onChange={({ currentTarget }) => {
              void bring(currentTarget.files?.[0]);
              // The same file may be brought again.
              currentTarget.value = "";
            }}
          />
        </label>
      </p>
      <p class="aside">
        가져온 기록은 여기 있는 기록에 더합니다. 같은 실습의 코드가 둘이면 가져온 코드를 놓고, 여기 있던 코드는 그 실습에 따로 둡니다.
      </p>
    </>
  );
}

function Chapter({ study, onClear }: { readonly study: ChapterStudy; readonly onClear: () => void }) {
  const { chapter, labsRun, exercisesSolved, exercisesTried, questionsRight, questionsWrong, drafts, isEmpty } = study;
  const labs = Object.keys(chapter.labs).length;
  const exercises = Object.keys(chapter.exercises).length;
  return (
    <li>
      <h3>
        <i aria-hidden="true">{String(chapter.number).padStart(2, "0")}</i> <a href={chapter.address}>{chapter.title}</a>
      </h3>
      <dl>
        <Tally name="실습" done={labsRun} all={labs} />
        <Tally
          name="연습"
          done={exercisesSolved}
          all={exercises}
          {...(exercisesTried > 0 && { note: `${exercisesTried}개는 아직 풀지 못함` })}
        />
        <Tally
          name="확인 문제"
          done={questionsRight}
          all={chapter.questions.length}
          {...(questionsWrong > 0 && { note: `${questionsWrong}개는 틀림` })}
        />
      </dl>
      {drafts.length > 0 && <p class="aside">고친 코드: {drafts.join(", ")}</p>}
      {!isEmpty && <Clearing of={`‘${chapter.title}’ 장의 기록`} onClear={onClear} />}
    </li>
  );
}

interface TallyProps {
  readonly name: string;
  readonly done: number;
  readonly all: number;
  readonly note?: string;
}

function Tally({ name, done, all, note }: TallyProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {all}개 가운데 <b>{done}</b>개{note !== undefined && <small>, {note}</small>}
      </dd>
    </div>
  );
}
