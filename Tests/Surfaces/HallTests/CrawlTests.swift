import Casework
import Catalog
import Directory
import EventLog
import Foundation
import Kernel
import Participation
import Publicity
import TestHouse
import TestSupport
import Testing

@testable import Hall

/// - Source: 政府信息公开条例 art. 15; 国办发〔2018〕118号 (personal data in what is published).
@Suite("Nothing leaks anywhere in the running Hall")
struct CrawlTests {
    @Test("whatever address one follows from the start page, no private word of the corpus is there")
    func everyAddress() async throws {
        let site = try await HallTestSite()
        let secretItem = "密字演练核准"
        let numbers = try await site.plantSecretItem(secretItem)
        let secrets =
            LeakCorpus.leaks.map(\.secret) + ["张三", "11010519491231002X", "13800000000", secretItem] + numbers
        try await site.plant()
        try await site.serve { visitor in
            try await visitor.plantLetters(site)
            try await site.plantStandardAnswers()
            site.house.clock.set("2026-05-06")
            try await site.plantDelays()
            try await site.publishBulletins()
            var crawl = Crawl(from: ["/", "/sitemap.xml", "/robots.txt"])
            while let address = crawl.next() {
                try await visitor.go(address)
                #expect(visitor.status < 500, "\(address)")
                let text = try visitor.readable
                crawl.take(text, of: visitor.mediaType)
                if visitor.mediaType == "text/html" {
                    #expect(text.utf8.count <= 100_000, "\(address) has \(text.utf8.count) bytes")
                }
                let haystack = Haystack(text)
                for secret in secrets where haystack.holds(secret) {
                    Issue.record("\(secret) at \(address)")
                }
            }
            #expect(crawl.isWhole, "more addresses than the crawl visits")
            #expect(crawl.seen.count > 100, "\(crawl.seen.count) addresses")
            let kinds: Set = [
                "text/html", "text/csv", "application/json", "application/atom+xml", "application/pdf",
                "application/xml", "application/ld+json", "image/svg+xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ]
            #expect(kinds.subtracting(crawl.kinds).isEmpty, "\(kinds.subtracting(crawl.kinds))")
            for secret in Set(secrets) where secret.count > 1 {
                let asked = URL.encoded(secret)
                try await visitor.go("/letters?q=\(asked)")
                for found in ["/letters/answers/", "/letters/standard/"] {
                    #expect(!visitor.page.contains(found), "the search tells what is masked: \(secret)")
                }
                try await visitor.go("/search/suggestions?q=\(asked)")
                #expect(!visitor.page.contains(secret), "\(secret)")
            }
        }
    }
}

/// The addresses of the Hall that are still to be visited.
private struct Crawl {
    private var waiting: [String]
    private(set) var seen: Set<String>
    private(set) var kinds: Set<String> = []
    private(set) var isWhole = true

    private static let most = 2_000
    /// What is one person's, or begins something; and the switch that sends one back where one was.
    private static let left = ["/me", "/view/", "/sign-in", "/assets/"]

    init(from starts: [String]) {
        waiting = starts
        seen = Set(starts)
    }

    mutating func next() -> String? { waiting.popLast() }

    /// Keeps the addresses a page leads to.
    mutating func take(_ text: String, of kind: String) {
        kinds.insert(kind)
        guard kind.hasPrefix("text/html") || kind.hasSuffix("xml") || kind == "text/plain" else { return }
        for match in text.matches(of: /(?:href|src|srcset)="([^"]+)"|<loc>([^<]+)<\/loc>|Sitemap: (\S+)/) {
            let written = match.1 ?? match.2 ?? match.3 ?? ""
            let address = written.replacingOccurrences(of: "&amp;", with: "&")
                .replacingOccurrences(of: "https://example.org", with: "")
                .prefix { $0 != "#" }
            guard address.hasPrefix("/"), !Crawl.left.contains(where: address.hasPrefix) else { continue }
            guard seen.count < Crawl.most else { return isWhole = false }
            if seen.insert(String(address)).inserted { waiting.append(String(address)) }
        }
    }
}

extension Visitor {
    /// The page as a person or a program reads it; a PDF with its metadata.
    fileprivate var readable: String {
        get throws {
            guard mediaType == "application/pdf" else { return page }
            let printed = try Printed(content)
            return printed.text + printed.title
        }
    }

    /// Writes letters full of what must not be public, has them answered in the same words, and published.
    fileprivate mutating func plantLetters(_ site: HallTestSite) async throws {
        for (place, start) in stride(from: 0, to: LeakCorpus.leaks.count, by: 80).enumerated() {
            let words = LeakCorpus.sentences(from: start, 80)
            try await go("/letters/new?kind=question")
            try await send(
                "/letters/new",
                [
                    "kind": "question", "title": "材料问题之\(place)", "text": words, "agency": site.house.agency.text,
                    "naming": "anonymous",
                ]
            )
            try await send("/letters/new", ["step": "send"])
            let number = "511602-20260302-L000\(place + 1)"
            try await site.reply(words, to: number)
            try await site.publish(number)
        }
    }
}

extension HallTestSite {
    /// Publishes decisions that hold every sentence of the corpus.
    fileprivate func plant() async throws {
        for start in stride(from: 0, to: LeakCorpus.leaks.count, by: 30) {
            _ = try await publishDecision(LeakCorpus.sentences(from: start, 30))
        }
        for start in stride(from: 0, to: LeakCorpus.leaks.count, by: 50) {
            let receipt = try await house.apply(key: "late \(start)")
            for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
                let command = CompleteStep(
                    caseFile: receipt.caseFile,
                    seen: try await house.state(receipt.caseFile).version,
                    step: .init(step),
                    outcome: .init(outcome),
                    opinion: LeakCorpus.sentences(from: start, 20),
                    details: .none
                )
                try await house.submit(command, by: try house.officer(.reception))
            }
        }
    }

    /// Publishes standard answers that hold every sentence of the corpus.
    fileprivate func plantStandardAnswers() async throws {
        let officer = try house.officer(.handle)
        for start in stride(from: 0, to: LeakCorpus.leaks.count, by: 80) {
            let text = StandardAnswer.Text(question: "材料怎么准备", answer: LeakCorpus.sentences(from: start, 80))
            let id = try await house.submit(DraftStandardAnswer(text), by: officer)
            try await house.submit(PublishStandardAnswer(id, seen: 1), by: officer)
        }
    }

    /// A secret item with a case that was decided and one that is late; returns their numbers.
    fileprivate func plantSecretItem(_ name: String) async throws -> [String] {
        let item = try await house.exemptLicense(named: name)
        let decision = try await publishDecision("准予（演示）", of: item)
        let late = try await house.apply(for: item, key: "secret and late")
        for (step, outcome) in [("receive", "registered"), ("accept", "accepted")] {
            let command = CompleteStep(
                caseFile: late.caseFile,
                seen: try await house.state(late.caseFile).version,
                step: .init(step),
                outcome: .init(outcome),
                opinion: "材料齐全",
                details: .none
            )
            try await house.submit(command, by: try house.officer(.reception))
        }
        let days: ClosedRange<Day> = "2026-03-01"..."2026-12-31"
        let agency = house.agency.text
        let pool = try await house.log.read(TestHouse.realm) { reading in
            try reading.reader.samplePool(ofAgencies: [agency], days: days, in: reading.realm)
        }
        #expect(!pool.map(\.id).contains(late.caseFile.text), "no public supervisor draws it")
        return [decision, late.number]
    }

    /// Says of every late case why, in the words of the corpus.
    fileprivate func plantDelays() async throws {
        let (agency, today) = (house.agency.text, house.clock.today)
        let late = try await house.log.read(TestHouse.realm) { reading in
            try DelayRecord(reading, on: today).unexplained(of: agency, days: 365, limit: 100)
        }
        #expect(late.count * 50 >= LeakCorpus.leaks.count)
        for (place, late) in late.enumerated() {
            let words = LeakCorpus.sentences(from: place * 50 % LeakCorpus.leaks.count, 50)
            let command = ExplainDelay(
                caseFile: late.id,
                reason: String(words.prefix(1_000)),
                hidden: [],
                parts.policy
            )
            try await house.submit(command, by: try house.officer(.handle))
        }
    }
}

extension LeakCorpus {
    /// So many sentences from a place on, as one text.
    fileprivate static func sentences(from start: Int, _ count: Int) -> String {
        leaks[start..<min(start + count, leaks.count)].map(\.sentence).joined(separator: "；")
    }
}

extension URL {
    fileprivate static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
