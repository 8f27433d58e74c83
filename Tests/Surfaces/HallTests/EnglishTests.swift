import Foundation
import HTML
import Kernel
import TestHouse
import Testing

@testable import Hall

@Suite("The Hall in English")
struct EnglishTests {
    private static let item = "/items/511A0138600000-511602000000-000-11511301008778183N-1-00"

    @Test("every label has both languages: the Chinese one is Chinese, the English one is not, and no two are the same")
    func labels() {
        let tables = [
            HallLabel.allCases.map { ($0.chinese, $0.english) }, ItemLabel.allCases.map { ($0.chinese, $0.english) },
            ItemListLabel.allCases.map { ($0.chinese, $0.english) },
            HomeLabel.allCases.map { ($0.chinese, $0.english) },
        ]
        for (chinese, english) in tables.joined() {
            #expect(chinese.unicodeScalars.contains(where: Self.isChinese), "\(chinese)")
            #expect(!english.isEmpty && !english.unicodeScalars.contains(where: Self.isChinese), "\(english)")
        }
    }

    @Test("a page in English has no Chinese word that is not marked as Chinese", arguments: ["/", "/items", item])
    func marked(path: String) async throws {
        try await HallTestSite().serve { visitor in
            try await visitor.go("\(path)?lang=en")
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("<html lang=\"en\">"))
            let stray = try Self.unmarked(visitor.page)
            #expect(stray.isEmpty, "\(stray)")
        }
    }

    @Test("both languages of a page name each other, and each is its own canonical address")
    func alternates() async throws {
        try await HallTestSite().serve { visitor in
            let origin = "https://example.org\(Self.item)"
            for (path, canonical) in [(Self.item, origin), ("\(Self.item)?lang=en", "\(origin)?lang=en")] {
                try await visitor.go(path)
                #expect(visitor.page.contains("<link rel=\"canonical\" href=\"\(canonical)\">"))
                for (language, address) in [("zh-CN", origin), ("en", "\(origin)?lang=en"), ("x-default", origin)] {
                    let link = "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(address)\">"
                    #expect(visitor.page.contains(link), "\(language)")
                }
            }
            #expect(visitor.page.contains("Service guide") && visitor.page.contains("Home"))
            try await visitor.go("/items?lang=en")
            #expect(visitor.page.contains("\(Self.item)?lang=en"), "one stays in English")
            try await visitor.go("/decisions")
            #expect(!visitor.page.contains("hreflang"), "nothing is offered that is not there")
        }
    }

    @Test("the start page is there in English, leads on in English, and is in the site map with halls and pledges")
    func start() async throws {
        let site = try await HallTestSite()
        try await site.serve { visitor in
            try await visitor.go("/en")
            #expect(visitor.path == "/?lang=en")
            for address in ["/items?lang=en", "/follow", "/letters", "/items?category=license&amp;lang=en"] {
                #expect(visitor.page.contains("href=\"\(address)\""), "\(address)")
            }
            let link = "<link rel=\"alternate\" hreflang=\"zh-CN\" href=\"https://example.org/\">"
            #expect(visitor.page.contains(link))
            try await visitor.go("/")
            #expect(visitor.page.contains("hreflang=\"en\" href=\"https://example.org/?lang=en\""))
            try await visitor.go("/items?lang=en")
            #expect(visitor.page.contains("href=\"/?lang=en\""), "home stays in English")
            try await visitor.go("/sitemap.xml")
            for path in ["/?lang=en", "\(Self.item)?lang=en", "/pledges/\(site.house.agency.text)", "/supervisors"] {
                #expect(visitor.page.contains("<loc>https://example.org\(path)</loc>"), "\(path)")
            }
        }
    }

    private static func isChinese(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

    /// The Chinese texts and spoken attributes of an English page that stand in no element marked as Chinese.
    private static func unmarked(_ page: String) throws -> [String] {
        let open = try NSRegularExpression(pattern: "<(/?)([a-z0-9]+)([^>]*)>|([^<]+)")
        let whole = NSRange(page.startIndex..., in: page)
        var languages: [(tag: String, isChinese: Bool)] = []
        var stray: [String] = []
        let void: Set = ["meta", "link", "input", "img", "br", "hr", "source"]
        for match in open.matches(in: page, range: whole) {
            func group(_ number: Int) -> String {
                Range(match.range(at: number), in: page).map { String(page[$0]) } ?? ""
            }
            let inherited = languages.last?.isChinese ?? false
            let (tag, attributes, text) = (group(2), group(3), group(4))
            if !text.isEmpty {
                let isData = languages.last?.tag == "script" || languages.last?.tag == "title"
                if !inherited, !isData, text.unicodeScalars.contains(where: isChinese) { stray.append(text) }
            } else if group(1) == "/" {
                while let last = languages.popLast(), last.tag != tag {}
            } else {
                let isMarked = attributes.contains("lang=\"zh-CN\"")
                let isOther = attributes.contains("lang=\"en\"")
                for spoken in attributes.matches(of: /(aria-label|placeholder|title|alt)="([^"]*)"/)
                where !(isMarked || inherited) && String(spoken.2).unicodeScalars.contains(where: isChinese) {
                    stray.append(String(spoken.2))
                }
                if !void.contains(tag) { languages.append((tag, isOther ? false : isMarked || inherited)) }
            }
        }
        return stray
    }
}
