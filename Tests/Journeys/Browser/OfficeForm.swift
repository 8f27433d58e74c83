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

    private func place(_ field: String) -> Place { .css("[name='\(prefix)-\(field)']") }
}
