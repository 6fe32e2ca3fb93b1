/** What a chapter can use without an import. */
import CodeBlock from "../components/CodeBlock.astro";
import Cold from "../components/Cold.astro";
import Exercise from "../components/Exercise.astro";
import Fact from "../components/Fact.astro";
import Figure from "../components/Figure.astro";
import Lab from "../components/Lab.astro";
import Measured from "../components/Measured.astro";
import Misconception from "../components/Misconception.astro";
import OnAws from "../components/OnAws.astro";
import Quiz from "../components/Quiz.astro";
import Summary from "../components/Summary.astro";
import Tabs from "../components/Tabs.astro";
import Term from "../components/Term.astro";
import Warm from "../components/Warm.astro";

export const lesson = {
  Cold,
  Exercise,
  Fact,
  Figure,
  Lab,
  Measured,
  Misconception,
  OnAws,
  Quiz,
  Summary,
  Tabs,
  Term,
  Warm,
  pre: CodeBlock,
};
