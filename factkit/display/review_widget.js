// The review table. Everything shown is set as text, never as HTML: articles are untrusted.
// `state` comes from Python as a whole; what the reviewer does goes back as messages.

const GRADES = {
  source_grade: { A: "reliable", B: "usually reliable", C: "fairly reliable", D: "not usually reliable", E: "unreliable", F: "can't be judged" },
  credibility: { 1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "can't be judged" },
};
const CONTROLS = new Set(["button", "input", "select", "textarea"]);
const LABELS = { verdict: "verdict", source_grade: "source", credibility: "credibility" };
const HEADS = ["what was found", "decision", "judgement"];

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  // A key pressed in a control is no command to JupyterLab, where "d" twice would delete the cell.
  if (CONTROLS.has(tag)) element.dataset.lmSuppressShortcuts = "true";
  return element;
}

function button(text, press) {
  const element = make("button", "", text);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

const words = (name) => name.replaceAll("_", " ");

/**
 * The form for a correction, a field for each column with what stands there now. What is changed in it is the
 * correction, as JSON; `show` brings the fields up to date, except the one that is being typed in.
 */
function makeForm(columns, change) {
  const form = make("div", "form");
  let present = {};
  const inputs = columns.map(({ name, choices, number }) => {
    const label = form.appendChild(make("label"));
    label.append(make("span", "", words(name)));
    const input = label.appendChild(make(choices.length ? "select" : name === "content" ? "textarea" : "input"));
    for (const value of choices) input.append(new Option(value ? words(value) : "–", value));
    if (number) input.inputMode = "decimal";
    input.dir = "auto";
    input.addEventListener("change", () => change(correction()));
    return [name, input, number];
  });

  function correction() {
    const changed = {};
    for (const [name, input, number] of inputs) {
      const value = input.value.trim();
      if (value === (present[name] ?? "")) continue;
      changed[name] = value === "" ? null : number && Number.isFinite(Number(value)) ? Number(value) : value;
    }
    return Object.keys(changed).length ? JSON.stringify(changed) : "";
  }

  function show(row) {
    present = row.present;
    const corrected = row.cells.correction ? JSON.parse(row.cells.correction) : {};
    for (const [name, input] of inputs) {
      if (input === document.activeElement) continue;
      input.value = (name in corrected ? corrected[name] : present[name]) ?? "";
      input.classList.toggle("changed", name in corrected);
      input.disabled = !row.target;
    }
  }
  return { form, show };
}

/** A row of the table: its elements, and `show`, which brings them up to date without touching what is being typed. */
function makeRow(row, choices, send) {
  const body = make("tbody");
  const line = body.appendChild(make("tr"));
  const edit = (cells) => send({ call: "edit", item: row.item, target: row.target, cells });
  const controls = {};
  let shown = {};

  const about = line.appendChild(make("td", "about"));
  const said = [row.item, row.article_id, words(row.says)].filter(Boolean).join(" · ");
  // A figure is a number, which says nothing without the text around it.
  about.append(make("div", "words", row.item === "figure" ? row.context : row.words), make("div", "says", said));
  for (const element of about.children) element.dir = "auto";
  const status = about.appendChild(make("div", "status"));
  const columns = choices.correctable[row.item] ?? [];
  const { form, show: showForm } = makeForm(columns, (correction) => edit({ decision: "correct", correction }));
  const error = make("div", "error");
  error.setAttribute("role", "alert");
  about.append(error);
  const more = body.appendChild(make("tr")).appendChild(make("td"));
  more.colSpan = HEADS.length;
  more.append(form);

  const decide = line.appendChild(make("td", "decide"));
  const group = decide.appendChild(make("div", "group"));
  const decisions = choices.decision.filter((name) => name !== "correct" || columns.length);
  const buttons = decisions.map((name) => {
    const element = button(name, () => {
      const next = shown.decision === name ? row.written.decision : name;
      const back = next === row.written.decision ? row.written.correction : "";
      edit(next === "correct" ? { decision: next } : { decision: next, correction: back });
      if (next === "correct") {
        more.parentElement.hidden = false;
        form.querySelector("input, select, textarea").focus();
      }
    });
    element.className = name;
    return [name, group.appendChild(element)];
  });

  const judge = line.appendChild(make("td")).appendChild(make("div", "judge"));
  for (const [name, title] of Object.entries(LABELS)) {
    const label = judge.appendChild(make("label"));
    label.append(make("span", "", title));
    const select = label.appendChild(make("select"));
    for (const value of ["", ...choices[name]]) {
      const meaning = GRADES[name]?.[value];
      const option = make("option", "", value ? words(value) + (meaning ? ` ${meaning}` : "") : "–");
      option.value = value;
      select.append(option);
    }
    select.addEventListener("change", () => edit({ [name]: select.value }));
    controls[name] = select;
  }
  const note = judge.appendChild(make("textarea"));
  note.rows = 1;
  note.placeholder = "note: why";
  note.setAttribute("aria-label", "note");
  note.addEventListener("change", () => edit({ note: note.value }));
  controls.note = note;

  function show(next) {
    row = next;
    for (const [name, control] of Object.entries(controls)) {
      if (shown[name] !== row.cells[name]) control.value = row.cells[name];
      control.disabled = !row.target;
    }
    shown = row.cells;
    for (const [name, element] of buttons) {
      element.setAttribute("aria-pressed", String(shown.decision === name));
      element.disabled = !row.target;
      element.hidden = name === "withdraw" && !Object.values(row.written).some(Boolean);
    }
    more.parentElement.hidden = !columns.length || (shown.decision !== "correct" && !shown.correction);
    showForm(row);
    const how = row.state && row.state !== "exact" ? `, ${row.state}` : "";
    const by = row.written.reviewer && `in the log by ${row.written.reviewer}${how}`;
    status.textContent = row.target ? by : row.state;
    error.textContent = row.error;
    body.className = row.error ? "wrong" : row.drafted ? "drafted" : "";
  }
  show(row);
  return { body, show };
}

/** Arrow keys among the buttons of the decisions: left and right in a row, up and down to the same one of another. */
function move(event) {
  const group = event.target.closest(".group");
  const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const along = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!group || !(across || along)) return;
  const usable = (element) => [...element.querySelectorAll("button")].filter((one) => !one.hidden && !one.disabled);
  const groups = [...event.currentTarget.querySelectorAll(".group")].filter((one) => usable(one).length);
  const here = usable(group).indexOf(event.target);
  const next = along ? usable(groups[groups.indexOf(group) + along] ?? group) : usable(group);
  next[Math.min(here + (across ?? 0), next.length - 1)]?.focus();
  event.preventDefault();
}

function render({ model, el }) {
  const send = (message) => model.send(message);
  const root = el.appendChild(make("div", "factkit-review"));
  const bar = root.appendChild(make("div", "bar"));
  const views = bar.appendChild(make("div", "views"));
  const find = bar.appendChild(make("input", "find"));
  find.type = "search";
  find.placeholder = "find words, names, ids";
  find.setAttribute("aria-label", "find rows");
  find.value = model.get("state").find;
  const turn = bar.appendChild(make("div", "turn"));
  const scroll = root.appendChild(make("div", "scroll"));
  const table = scroll.appendChild(make("table"));
  const head = table.createTHead().insertRow();
  for (const title of HEADS) head.append(make("th", "", title));
  const nothing = root.appendChild(make("p", "nothing", "No rows here."));
  const foot = root.appendChild(make("div", "foot"));
  const write = foot.appendChild(button("Write", () => send({ call: "write" })));
  write.className = "write";
  const message = foot.appendChild(make("span", "message"));
  message.setAttribute("role", "status");

  let rows = [];
  let keys = "";
  let waiting = 0;
  const turnTo = (view, page) => send({ call: "show", view, page, find: find.value });
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => turnTo(model.get("state").view, 0), 250);
  });
  table.addEventListener("keydown", move);

  function show() {
    const state = model.get("state");
    const { view, page, pages, ready } = state;
    views.replaceChildren(
      ...Object.entries(state.views).map(([name, count]) => {
        const tab = button(`${name} ${count.toLocaleString("en")}`, () => turnTo(name, 0));
        tab.setAttribute("aria-pressed", String(name === view));
        return tab;
      }),
    );
    const back = button("‹", () => turnTo(view, page - 1));
    const on = button("›", () => turnTo(view, page + 1));
    back.setAttribute("aria-label", "page before");
    on.setAttribute("aria-label", "next page");
    back.disabled = page === 0;
    on.disabled = page + 1 >= pages;
    turn.replaceChildren(back, make("span", "", `page ${page + 1} of ${pages}`), on);
    const next = JSON.stringify([view, page, state.rows.map((row) => [row.item, row.target, row.words])]);
    if (next === keys) {
      rows.forEach((row, number) => row.show(state.rows[number]));
    } else {
      rows.forEach((row) => row.body.remove());
      rows = state.rows.map((row) => makeRow(row, model.get("choices"), send));
      table.append(...rows.map((row) => row.body));
      keys = next;
    }
    table.hidden = !rows.length;
    nothing.hidden = Boolean(rows.length);
    write.disabled = ready < 1;
    write.textContent = ready ? `Write ${ready} as ${state.reviewer}` : "Write";
    message.textContent = state.message || (state.errors ? `${state.errors} with an error, under “not written”` : "");
  }
  model.on("change:state", show);
  show();
  return () => model.off("change:state", show);
}

export default { render };
