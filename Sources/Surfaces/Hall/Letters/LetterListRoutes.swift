import Access
import Directory
import EventLog
import HTML
import Kernel
import Participation
import Supervision
import WebServer

/// Published answers and outcomes: searched by words, narrowed by kind, item and agency.
struct LetterListRoutes: Sendable {
    let parts: HallParts

    private static let pageSize = 20
    private static let longestSearch = 60
    private static let standardsShown = 5

    var routes: [HallRoute] {
        [
            HallRoute(.get, HallPath.Pattern.letters, name: "hall.letters", access: .everyone) { request, _ in
                .page(try await list(request))
            },
            HallRoute(.get, HallPath.Pattern.publishedLetter, name: "hall.letter.published", access: .everyone) {
                request,
                _ in try await letter(request.parameters["letter"] ?? "")
            },
            HallRoute(.get, HallPath.Pattern.standardAnswer, name: "hall.letter.standard", access: .everyone) {
                request,
                _ in try await standardAnswer(request.parameters["answer"] ?? "")
            },
        ]
    }

    private func list(_ request: WebRequest) async throws -> LetterListPage {
        let query = LetterQuery(request.query)
        let agencies = try await parts.agencies()
        let (found, standards) = try await parts.read {
            reading -> ([PublicLetters.Entry], [PublicStandardAnswers.Entry]) in
            let letters = PublicLetters(reading)
            let last = try query.after.flatMap { try letters.letter(Letter.ID($0)) }
            let found = try letters.list(query.filter, after: last, limit: LetterListRoutes.pageSize + 1)
            guard query.asksForStandards else { return (found, []) }
            let filter = query.filter
            return (
                found,
                try PublicStandardAnswers(reading).list(
                    agency: filter.agency,
                    item: filter.item,
                    words: filter.words,
                    limit: LetterListRoutes.standardsShown
                )
            )
        }
        let shown = found.prefix(LetterListRoutes.pageSize)
        return LetterListPage(
            site: parts.site,
            query: query,
            agencies: agencies.map { Choice($0.id.text, $0.profile.name) },
            standards: standards.map(StandardAnswerLink.init),
            letters: shown.map(LetterLink.init),
            next: found.count > shown.count ? shown.last.map { query.address(after: $0.id.text) } : nil,
            messages: request.messages
        )
    }

    private func standardAnswer(_ id: String) async throws -> WebAnswer {
        guard let found = try await parts.read({ try PublicStandardAnswers($0).entry(StandardAnswer.ID(id)) }) else {
            return .page(
                MissingPage(
                    site: parts.site,
                    heading: "没有找到这条标准答复",
                    explanation: "它没有公开，或者公开后已经撤下。",
                    ways: [MissingPage.Way(label: "全部公开答复", address: HallPath.letters)]
                ),
                status: 404
            )
        }
        return .page(
            StandardAnswerPage(site: parts.site, answer: found.answer, address: HallPath.standardAnswer(id))
        )
    }

    private func letter(_ id: String) async throws -> WebAnswer {
        let found = try await parts.read { reading in
            try PublicLetters(reading).letter(Letter.ID(id)).map { entry in
                (entry.letter, try reading.orders(aboutComplaints: [entry.id])[entry.id] ?? [])
            }
        }
        guard let (letter, orders) = found else {
            return .page(
                MissingPage(
                    site: parts.site,
                    heading: "没有找到这封来信",
                    explanation: "它没有公开，或者公开后已经撤下。",
                    ways: [MissingPage.Way(label: "全部公开答复", address: HallPath.letters)]
                ),
                status: 404
            )
        }
        return .page(
            PublishedLetterPage(
                site: parts.site,
                letter: letter,
                // What is only drafted, or was taken back, orders nothing.
                orders: orders.filter { $0.number != nil && $0.status != .withdrawn },
                address: HallPath.publishedLetter(id)
            )
        )
    }
}

/// What of the published letters is asked for, as the address says.
struct LetterQuery: Sendable {
    /// What outcomes are narrowed to: one of them, or any at all.
    enum Outcome: Hashable, Sendable {
        case any
        case one(ComplaintOutcome)

        init?(_ text: String) {
            guard text != "any" else {
                self = .any
                return
            }
            guard let outcome = ComplaintOutcome(rawValue: text) else { return nil }
            self = .one(outcome)
        }

        var text: String {
            switch self {
            case .any: "any"
            case .one(let outcome): outcome.rawValue
            }
        }

        var outcomes: [ComplaintOutcome] {
            switch self {
            case .any: ComplaintOutcome.allCases
            case .one(let outcome): [outcome]
            }
        }
    }

    let text: String
    let kind: LetterKind?
    let outcome: Outcome?
    let agency: String?
    let item: String?
    /// The letter behind which the page begins.
    let after: String?

    private static let greatestWords = 5

    /// Every outcome of an agency or an item.
    init(outcome: Outcome, agency: String?, item: String?) {
        (text, kind, after) = ("", nil, nil)
        (self.outcome, self.agency, self.item) = (outcome, agency, item)
    }

    init(_ values: FormValues) {
        func given(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : String($0.prefix(120)) } }
        text = given("q") ?? ""
        kind = given("kind").flatMap(LetterKind.init)
        outcome = given("outcome").flatMap(Outcome.init)
        agency = given("agency")
        item = given("item")
        after = given("after")
    }

    var filter: PublicLetters.Filter {
        let words = text.split(whereSeparator: \.isWhitespace).prefix(LetterQuery.greatestWords).map(String.init)
        return PublicLetters.Filter(
            kind: kind,
            outcomes: outcome?.outcomes ?? [],
            agency: agency,
            item: item,
            words: words
        )
    }

    /// Whether standard answers may be what is looked for: they answer questions, and stand on the first page alone.
    var asksForStandards: Bool { outcome == nil && after == nil && (kind == nil || kind == .question) }

    func address(after id: String? = nil) -> String {
        let values = [
            ("q", text), ("kind", kind?.rawValue), ("outcome", outcome?.text), ("agency", agency), ("item", item),
            ("after", id),
        ]
        let query = values.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : "\(name)=\(URLText.encode($0))" }
        }
        return "\(HallPath.letters)?\(query.joined(separator: "&"))"
    }
}
