/// One form on a case page, whose fields begin with its name.
package struct OfficeForm {
    package let window: BrowserWindow
    package let prefix: String

    package init(window: BrowserWindow, prefix: String) {
        self.window = window
        self.prefix = prefix
    }

    /// Unfolds the form, which is folded as long as there are others.
    package func open() async throws {
        let fold = "details:has([name^='\(prefix)-'])"
        if try await window.find(.css(fold)).attribute("open") == nil {
            try await window.find(.css("\(fold) > summary")).click()
        }
        _ = try await window.find(.css("[name^='\(prefix)-']"))
    }

    package func write(_ field: String, _ text: String) async throws {
        try await window.paste(text, into: place(field))
    }

    /// Chooses an entry of a list by its label.
    package func choose(_ field: String, _ label: String) async throws {
        try await window.find(place(field)).type(label)
    }

    /// Ticks an answer that stands beside its question.
    package func tick(_ field: String, _ answer: String) async throws {
        try await window.find(.css("[name='\(prefix)-\(field)'][value='\(answer)']")).click()
    }

    /// Ticks the first answer there is, such as the one colleague of a post.
    package func tickFirst(_ field: String) async throws { try await window.find(place(field)).click() }

    package func upload(_ field: String, _ path: String) async throws {
        try await window.find(place(field)).type(path)
    }

    /// What the field holds.
    package func value(_ field: String) async throws -> String { try await window.find(place(field)).value }

    /// Fills in whatever must be and is empty yet, as somebody careful does who has nothing to say that is his own.
    ///
    /// - Parameters:
    ///   - day: what is written where a day or a moment is asked.
    ///   - later: what is written where a day is asked until which something is to be done.
    ///   - companions: how many colleagues are ticked.
    /// - Throws: `WebDriverFault`.
    package func fillIn(day: String, later: String, companions: Int) async throws {
        let _: String? = try await window.evaluate(
            OfficeForm.filling,
            [.text(prefix), .text(day), .text(later), .text("\(companions)")]
        )
    }

    private static let filling = """
        const [prefix, day, later, companions] = arguments;
        const named = [...document.querySelectorAll(`[name^='${prefix}-']`)];
        const words = '依法办理，情况属实，理由充分，予以记录在案。';
        for (const field of named) {
          const rest = field.name.slice(prefix.length + 1);
          const cell = rest.match(/^paper\\d+-.+-(\\d+)-(\\d+)$/);
          // What the case may call for beside it stays as it is.
          if (field.closest('details')?.firstElementChild.textContent.startsWith('其他文书')) continue;
          if (field.type === 'hidden' || field.type === 'file' || field.disabled || field.readOnly) continue;
          if (field.type === 'radio') {
            if (!named.some(other => other.name === field.name && other.checked)) field.checked = true;
          } else if (field.type === 'checkbox') {
            const ticked = named.filter(other => other.name === field.name && other.checked).length;
            if (rest === 'companions' && ticked < Number(companions)) field.checked = true;
          } else if (cell) {
            if (field.value === '') field.value = `第${Number(cell[1]) + 1}项`;
          } else if (field.value !== '' || !(field.required || rest === 'kind-0')) {
            continue;
          } else if (rest === 'broken' || rest === 'basis') {
            field.value = '民办教育促进法§64';
          } else if (field.tagName === 'SELECT') {
            const choice = [...field.options].find(option => option.value !== '');
            if (choice) field.value = choice.value;
          } else if (field.type === 'date') {
            field.value = rest.endsWith('-until') ? later : day;
          } else if (field.type === 'datetime-local') {
            field.value = `${day}T09:00`;
          } else {
            const label = document.querySelector(`label[for='${field.id}']`)?.textContent ?? '';
            field.value = /元/.test(label) ? '100' : words;
          }
        }
        return null
        """

    private func place(_ field: String) -> Place { .css("[name='\(prefix)-\(field)']") }
}
