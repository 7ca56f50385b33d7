
"use strict";
(() => {
  let busy = false;
  let saving = false;
  let shown = -Infinity; // when the page on the screen appeared
  let dropping = false; // whether the next digit takes an option away
  let early = ""; // "t" and own words that came before the page which asks for them

  const show = (html) => {
    const next = new DOMParser().parseFromString(html, "text/html");
    document.title = next.title;
    document.body.replaceWith(document.adoptNode(next.body));
    shown = performance.now();
    scrollTo(0, 0);
    (document.querySelector("textarea") || document.querySelector("h1"))?.focus({ preventScroll: true });
    const reason = document.getElementById("reason");
    if (early && reason) {
      reason.focus();
      reason.value = early.slice(1);
    }
    early = "";
  };

  const lost = () => {
    const note = document.createElement("p");
    note.className = "problem";
    note.setAttribute("role", "alert");
    note.textContent = "quizgen has ended, so this was not saved. What you did before is saved. " +
      "Start it again in the terminal, and open the new address.";
    document.body.prepend(note);
    scrollTo(0, 0);
  };

  const go = async (url, options) => {
    if (busy) return;
    busy = true;
    try {
      show(await (await fetch(url, options)).text());
    } catch {
      lost();
    } finally {
      busy = false;
    }
  };

  const send = (form, button) => {
    const fields = new URLSearchParams(new FormData(form));
    if (button?.name) fields.set(button.name, button.value);
    const to = button?.getAttribute("formaction") || form.getAttribute("action");
    return go(to, { method: "POST", body: fields });
  };

  // The second half of a double click would decide about the next question.
  addEventListener("click", (event) => {
    if (event.detail && performance.now() - shown < 400) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);

  // Whether something was typed that leaving would lose.
  const isUnsaved = () => {
    const form = document.querySelector("form[data-check]");
    if (!form) return false;
    const fields = [...form.querySelectorAll("textarea")];
    return "unsaved" in form.dataset || fields.some((one) => one.value !== one.defaultValue);
  };

  const check = async (form) => {
    const body = new URLSearchParams(new FormData(form));
    return (await fetch(form.dataset.check, { method: "POST", body })).json();
  };

  // A flaw may be meant, so it is asked about; what cannot be saved at all the program refuses.
  const save = async (form) => {
    if (saving) return;
    saving = true;
    clearTimeout(waiting); // it would ask about a question that is decided by then
    try {
      const remarks = await check(form);
      remark(remarks);
      const flaws = remarks.filter(([severity]) => severity === "error").map(([, words]) => words);
      const refused = remarks.some(([severity]) => severity === "refused");
      if (flaws.length && !refused && !confirm(`${flaws.join(". ")}. Save it all the same?`)) return;
      await send(form);
    } catch {
      lost();
    } finally {
      saving = false;
    }
  };

  addEventListener("submit", (event) => {
    event.preventDefault();
    if ("check" in event.target.dataset) {
      save(event.target);
      return;
    }
    const ask = event.submitter?.dataset.ask;
    if (!ask || confirm(ask)) send(event.target, event.submitter);
  });

  addEventListener("beforeunload", (event) => {
    if (isUnsaved()) event.preventDefault();
  });

  addEventListener("click", (event) => {
    const link = event.target.closest("a.button");
    if (!link) return;
    event.preventDefault();
    if (isUnsaved() && !confirm("What you typed is not saved. Leave it?")) return;
    go(link.getAttribute("href"));
  });

  addEventListener("keydown", (event) => {
    const typing = event.target.closest("textarea, input");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && typing) {
      typing.form.requestSubmit();
      return;
    }
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing && event.key === "Escape") typing.blur();
    else if (typing) return;
    if (busy && (early || event.key === "t")) {
      if (event.key.length === 1) early += event.key;
      event.preventDefault();
      return;
    }
    if (event.key === " " && event.target.closest("button, a, summary")) return;
    const letter = event.key.length === 1 && !event.shiftKey ? event.key.toLowerCase() : event.key;
    const found = dropping && document.querySelector(`[data-drop="${CSS.escape(letter)}"]`) ||
      document.querySelector(`[data-key="${CSS.escape(letter)}"]`);
    dropping = letter === "d";
    if (dropping) document.querySelector("[data-drop]")?.focus();
    if (!found) return;
    event.preventDefault();
    if (found.matches("input")) {
      const more = found.closest("details");
      if (more) more.open = true;
      found.select();
    } else {
      found.click();
    }
  });

  let waiting = 0;
  let asked = 0;
  addEventListener("input", (event) => {
    const form = event.target.closest("form[data-check]");
    if (!form) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const number = ++asked;
      try {
        const remarks = await check(form);
        if (number === asked) remark(remarks);
      } catch {
        lost();
      }
    }, 250);
  });

  const remark = (remarks) => {
    const list = document.createElement("ul");
    for (const [severity, words] of remarks) {
      const row = document.createElement("li");
      row.className = severity;
      row.textContent = words;
      list.append(row);
    }
    const box = document.getElementById("check");
    box?.replaceChildren(...(remarks.length ? [list] : []));
    box?.classList.toggle("warnings", remarks.length > 0);
  };
})();
