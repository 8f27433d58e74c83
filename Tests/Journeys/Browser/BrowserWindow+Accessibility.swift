private import Foundation

extension BrowserWindow {
    /// axe-core, which `scripts/setup test` fetches; it is installed, never committed.
    private static let axe = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: ".tools/axe.min.js")

    /// Returns what keeps somebody from using the page, one sentence a fault; the rules are those of WCAG 2.2, A and AA.
    package func barriers() async throws -> [String] {
        struct Violation: Decodable {
            let rule: String
            let help: String
            let places: [String]
        }
        guard let axe = try? String(contentsOf: Self.axe, encoding: .utf8) else {
            throw WebDriverFault.notStarted("expected axe-core in \(Self.axe.path); run scripts/setup test")
        }
        let _: String? = try await evaluate("if (!window.axe) { \(axe) }; return null")
        let violations: [Violation]? = try await evaluateLater(
            """
            const done = arguments[arguments.length - 1];
            const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
            axe.run(document, { runOnly: rules, resultTypes: ["violations"] }).then(
                found => done(found.violations.map(violation => ({
                    rule: violation.id, help: violation.help,
                    places: violation.nodes.slice(0, 3).map(node => node.html.slice(0, 160))
                }))),
                fault => done([{ rule: "axe", help: String(fault), places: [] }])
            );
            """
        )
        return (violations ?? []).map { "\($0.rule): \($0.help): \($0.places.joined(separator: " | "))" }
    }
}
