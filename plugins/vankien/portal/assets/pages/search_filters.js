/* The filters of the search page as a sentence: each part opens the values that occur, with their true counts. */
(function () {
  "use strict";
  var draw = globalThis.vankien.draw;
  var element = draw.element;
  var PARTS = [
    ["type", "Loại văn bản", "mọi loại văn bản"],
    ["issuer", "Cơ quan ban hành", "mọi cơ quan"],
    ["place", "Địa phương", "mọi địa phương"],
    ["year", "Năm ban hành", "mọi năm"],
    ["level", "Cấp ban hành", "mọi cấp"],
    ["system", "Hệ thống", "mọi hệ thống"],
    ["signer", "Người ký", "mọi người ký"],
    ["term", "Khóa, nhiệm kỳ", "mọi nhiệm kỳ"],
    ["validity", "Hiệu lực", "mọi tình trạng hiệu lực"],
  ];

  function without(filters, facet) {
    var rest = Object.assign({}, filters);
    delete rest[facet];
    if (facet === "year") {
      delete rest.from;
      delete rest.to;
    }
    return rest;
  }

  function toggled(filters, facet, value) {
    var chosen = (filters[facet] || []).slice();
    var at = chosen.indexOf(value);
    if (at < 0) chosen.push(value);
    else chosen.splice(at, 1);
    var rest = Object.assign({}, filters);
    if (chosen.length) rest[facet] = chosen;
    else delete rest[facet];
    return rest;
  }

  /* The filters in force, with those typed in the query: also a value that nothing bears is said. */
  function summary(facet, values, filters, any) {
    var chosen = values.filter(function (value) {
      return value.selected;
    });
    var words = chosen.map(function (value) {
      return value.label;
    });
    (filters[facet] || []).forEach(function (wanted) {
      if (chosen.every(function (value) { return value.value !== wanted; })) words.push(wanted);
    });
    if (facet === "year" && (filters.from || filters.to)) {
      words.push((draw.date(filters.from) || "…") + " – " + (draw.date(filters.to) || "…"));
    }
    return words.length ? words.join(", ") : any;
  }

  function choice(facet, value, filters, change) {
    var typed = value.selected && (filters[facet] || []).indexOf(value.value) < 0; // as "loai:" in the query itself
    var box = element("input", { type: "checkbox", checked: value.selected, disabled: typed });
    box.addEventListener("change", function () {
      change(toggled(filters, facet, value.value), facet);
    });
    return element("li", {}, [
      element("label", { class: "vk-choice" }, [
        box,
        element("span", { class: "vk-choice__name" }, [value.label]),
        element("span", { class: "vk-choice__count" }, [draw.count(value.count)]),
      ]),
    ]);
  }

  function dates(filters, range, change) {
    function input(key, label) {
      var field = element("input", {
        type: "date", class: "vk-field", value: filters[key] || "", min: range && range.from, max: range && range.to,
      });
      field.addEventListener("change", function () {
        var next = Object.assign({}, filters);
        if (field.value) next[key] = field.value;
        else delete next[key];
        change(next, "year");
      });
      return element("label", { class: "vk-dates__one" }, [label, field]);
    }
    return element("div", { class: "vk-dates" }, [input("from", "Từ ngày"), input("to", "Đến ngày")]);
  }

  function part(plan, answer, filters, open, change) {
    var facet = plan[0];
    var values = answer.facets[facet] || [];
    var inForce = answer.filters;
    var active = inForce[facet] || (facet === "year" && (inForce.from || inForce.to));
    if (values.length < 2 && !active) return null;
    var heading = element("p", { class: "vk-filter__head" }, [plan[1]]);
    if (filters[facet] || (facet === "year" && (filters.from || filters.to))) {
      var clear = element("button", { type: "button", class: "vk-plain" }, ["Bỏ chọn"]);
      clear.addEventListener("click", function () {
        change(without(filters, facet), facet);
      });
      heading.append(clear);
    }
    var done = element("button", { type: "button", class: "vk-plain vk-filter__done" }, ["Xong"]);
    done.addEventListener("click", function () {
      done.closest("details").open = false;
    });
    heading.append(done);
    return element("details", { class: "vk-filter" + (active ? " vk-filter--on" : ""), "data-facet": facet, open: open === facet }, [
      element("summary", { "aria-label": plan[1] + ": " + summary(facet, values, inForce, plan[2]) }, [
        summary(facet, values, inForce, plan[2]),
      ]),
      element("div", { class: "vk-filter__panel" }, [
        heading,
        element("ul", { class: "vk-filter__values" }, values.map(function (value) {
          return choice(facet, value, filters, change);
        })),
        facet === "year" ? dates(filters, answer.range, change) : null,
      ]),
    ]);
  }

  /* The documents to which the search is held, by name where a hit tells it. */
  function within(answer, filters, change) {
    var documents = answer.filters.document || [];
    if (!documents.length) return null;
    var names = documents.map(function (id) {
      var hit = answer.hits.find(function (one) { return one.document === id; });
      return hit ? hit.title : id;
    });
    var said = "chỉ trong " + names.join(", ").replace(/^-$/, "văn bản không có trong kho");
    var parts = [element("span", { class: "vk-filters__name", title: said }, [said])];
    if (filters.document) {
      var clear = element("button", { type: "button", class: "vk-plain" }, ["Bỏ chọn"]);
      clear.addEventListener("click", function () {
        change(without(filters, "document"), null);
      });
      parts.push(clear);
    }
    return element("div", { class: "vk-filters__within" }, parts);
  }

  /* Draws the sentence into `place`: the values of `answer`, and which of them `filters` chose. `change(filters, facet)`
     is called with the new filters; `open` names the part that stays open. */
  draw.filters = function (place, answer, filters, open, change) {
    var parts = PARTS.map(function (plan) {
      return part(plan, answer, filters, open, change);
    });
    parts = [within(answer, filters, change)].concat(parts).filter(Boolean);
    if (Object.keys(filters).length) {
      var clear = element("button", { type: "button", class: "vk-plain vk-filters__clear" }, ["Xóa bộ lọc"]);
      clear.addEventListener("click", function () {
        change({}, null);
      });
      parts.push(clear);
    }
    place.replaceChildren.apply(place, parts);
    place.hidden = !parts.length;
  };

  /* One part open at a time; a click outside and Esc close it. */
  draw.filterManners = function (place) {
    place.addEventListener("toggle", function (event) {
      if (!event.target.open) return;
      place.querySelectorAll("details[open]").forEach(function (other) {
        if (other !== event.target) other.open = false;
      });
    }, true);
    document.addEventListener("click", function (event) {
      var inside = event.target.closest(".vk-filter");
      place.querySelectorAll("details[open]").forEach(function (other) {
        if (other !== inside && event.target.isConnected) other.open = false;
      });
    });
    place.addEventListener("keydown", function (event) {
      var open = place.querySelector("details[open]");
      if (event.key !== "Escape" || !open) return;
      event.stopPropagation();
      open.open = false;
      open.querySelector("summary").focus();
    });
  };
})();
