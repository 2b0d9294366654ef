// The review table. Everything shown is set as text, never as HTML: articles are untrusted.
// `state` comes from Python as a whole; what the reviewer does goes back as messages.

const GRADES = {
  source_grade: { A: "reliable", B: "usually reliable", C: "fairly reliable", D: "not usually reliable", E: "unreliable", F: "can't be judged" },
  credibility: { 1: "confirmed", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable", 6: "can't be judged" },
};
const LABELS = { verdict: "verdict", source_grade: "source", credibility: "credibility" };

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function button(text, press) {
  const element = make("button", "", text);
  element.type = "button";
  element.addEventListener("click", press);
  return element;
}

const words = (name) => name.replaceAll("_", " ");

/** A row of the table: its elements, and `show`, which brings them up to date without touching what is being typed. */
function makeRow(row, choices, send) {
  const body = make("tbody");
  const line = body.appendChild(make("tr"));
  const edit = (cells) => send({ call: "edit", item: row.item, target: row.target, cells });
  const controls = {};
  let shown = {};

  const about = line.appendChild(make("td", "about"));
  about.append(make("div", "words", row.words), make("div", "says", [row.item, row.article_id, words(row.says)].filter(Boolean).join(" · ")));
  for (const element of about.children) element.dir = "auto";
  const status = about.appendChild(make("div", "status"));
  const correction = make("textarea");
  const columns = choices.correctable[row.item] ?? [];
  if (columns.length) correction.placeholder = `{"${columns[0]}": …}   may have: ${columns.join(", ")}`;
  correction.setAttribute("aria-label", "correction, as JSON");
  correction.rows = 2;
  correction.addEventListener("change", () => edit({ correction: correction.value }));
  controls.correction = correction;
  const error = make("div", "error");
  error.setAttribute("role", "alert");
  about.append(correction, error);

  const decide = line.appendChild(make("td", "decide"));
  const group = decide.appendChild(make("div", "group"));
  const decisions = choices.decision.filter((name) => name !== "correct" || columns.length);
  const buttons = decisions.map((name) => {
    const element = button(name, () => {
      const next = shown.decision === name ? row.written.decision : name;
      const back = next === row.written.decision ? row.written.correction : "";
      edit(next === "correct" ? { decision: next } : { decision: next, correction: back });
      if (next === "correct") {
        correction.hidden = false;
        correction.focus();
      }
    });
    element.className = name;
    return [name, group.appendChild(element)];
  });

  for (const name of ["verdict", "source_grade", "credibility"]) {
    const select = line.appendChild(make("td")).appendChild(make("select"));
    select.setAttribute("aria-label", words(name));
    for (const value of ["", ...choices[name]]) {
      const meaning = GRADES[name]?.[value];
      const option = make("option", "", value ? words(value) + (meaning ? ` ${meaning}` : "") : "–");
      option.value = value;
      select.append(option);
    }
    select.addEventListener("change", () => edit({ [name]: select.value }));
    controls[name] = select;
  }
  const note = line.appendChild(make("td", "note")).appendChild(make("textarea"));
  note.rows = 2;
  note.placeholder = "why";
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
    correction.hidden = shown.decision !== "correct" && !shown.correction;
    const by = row.written.reviewer && `in the log by ${row.written.reviewer}${row.state ? `, ${row.state}` : ""}`;
    status.textContent = row.target ? by : row.state;
    error.textContent = row.error;
    body.className = row.error ? "wrong" : row.drafted ? "drafted" : "";
  }
  show(row);
  return { body, show };
}

function render({ model, el }) {
  const send = (message) => model.send(message);
  const root = el.appendChild(make("div", "factkit-review"));
  const bar = root.appendChild(make("div", "bar"));
  const views = bar.appendChild(make("div", "views"));
  const turn = bar.appendChild(make("div", "turn"));
  const scroll = root.appendChild(make("div", "scroll"));
  const table = scroll.appendChild(make("table"));
  const head = table.createTHead().insertRow();
  for (const title of ["what was found", "decision", ...Object.values(LABELS), "note"]) head.append(make("th", "", title));
  const nothing = root.appendChild(make("p", "nothing", "No rows here."));
  const foot = root.appendChild(make("div", "foot"));
  const write = foot.appendChild(button("Write", () => send({ call: "write" })));
  write.className = "write";
  const message = foot.appendChild(make("span", "message"));
  message.setAttribute("role", "status");

  let rows = [];
  let keys = "";

  function show() {
    const state = model.get("state");
    const { view, page, pages, ready } = state;
    views.replaceChildren(
      ...Object.entries(state.views).map(([name, count]) => {
        const tab = button(`${name} ${count.toLocaleString("en")}`, () => send({ call: "show", view: name, page: 0 }));
        tab.setAttribute("aria-pressed", String(name === view));
        return tab;
      }),
    );
    const back = button("‹", () => send({ call: "show", view, page: page - 1 }));
    const on = button("›", () => send({ call: "show", view, page: page + 1 }));
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
