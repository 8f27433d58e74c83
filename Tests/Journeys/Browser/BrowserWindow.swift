/// One person's browser.
///
/// What looks for a part of the page waits for it, up to a limit: a test says what a person sees, not when.
package struct BrowserWindow: Sendable {
    package static let patience = Duration.seconds(20)

    let wire: WebDriverWire
    let session: String
    let site: String

    /// Opens a path of the site, or the address of another.
    package func open(_ path: String) async throws {
        try await command("url", ["url": path.hasPrefix("http") ? path : site + path])
    }

    package func reload() async throws { try await command("refresh", WebDriverWire.Nothing()) }

    package func goBack() async throws { try await command("back", WebDriverWire.Nothing()) }

    /// Follows a link or presses a button, and waits until another page is there.
    package func press(_ place: Place) async throws {
        let page = try await find(.css("html"))
        try await find(place).click()
        try await wait("another page after \(place)") { try await !page.isAttached }
        try await wait("a whole page after \(place)") {
            try await self.evaluate("return document.readyState") == "complete"
        }
    }

    /// Fills a field.
    package func fill(_ place: Place, with text: String) async throws { try await find(place).fill(text) }

    /// Chooses an answer, a file or an entry of a list by its label.
    package func choose(_ label: String) async throws { try await find(.field(label)).click() }

    /// Puts text into a field at once, as a paste does; typing ten thousand characters would take its time.
    package func paste(_ text: String, into place: Place) async throws {
        let _: String? = try await evaluate(
            "arguments[0].removeAttribute('maxlength'); arguments[0].value = arguments[1]; return null",
            [.element(find(place)), .text(text)]
        )
    }

    /// The path and query of the page.
    package var path: String {
        get async throws {
            let url: String = try await wire.get("/session/\(session)/url")
            return url.hasPrefix(site) ? String(url.dropFirst(site.count)) : url
        }
    }

    package var title: String {
        get async throws { try await wire.get("/session/\(session)/title") }
    }

    /// The text a person sees.
    package var text: String {
        get async throws { try await find(.css("body")).text }
    }

    package var source: String {
        get async throws { try await wire.get("/session/\(session)/source") }
    }

    /// Returns the first such part of the page, once it is there.
    package func find(_ place: Place) async throws -> WebElement {
        let found = try await Bounded.value(within: Self.patience) { try await all(place).first }
        guard let found else { throw try await inVain(place.description) }
        return found
    }

    /// Returns every such part that is there now.
    package func all(_ place: Place) async throws -> [WebElement] {
        struct Query: Encodable {
            let using: String
            let value: String
        }
        let references: [WebElement.Reference] = try await wire.post(
            "/session/\(session)/elements",
            Query(using: place.strategy, value: place.value)
        )
        return references.map { WebElement(wire: wire, session: session, reference: $0) }
    }

    package func has(_ place: Place) async throws -> Bool { try await !all(place).isEmpty }

    /// Waits until the page shows `words`; nothing is loaded anew.
    package func see(_ words: String, within patience: Duration = patience) async throws {
        try await wait(words, within: patience) { try await text.contains(words) }
    }

    /// Waits until a condition holds.
    package func wait(
        _ what: String,
        within patience: Duration = patience,
        until condition: () async throws -> Bool
    ) async throws {
        let isMet = try await Bounded.value(within: patience) { () -> Bool? in
            do {
                return try await condition() ? true : nil
            } catch let fault as WebDriverFault where fault.isOfAGonePage {
                return nil
            }
        }
        if isMet == nil { throw try await inVain(what) }
    }

    private func inVain(_ what: String) async throws -> WebDriverFault {
        .waitedInVain(what: what, path: try await path, text: try await all(.css("body")).first?.text ?? "")
    }

    /// Closes the window.
    package func close() async throws { try await wire.delete("/session/\(session)") }
}
