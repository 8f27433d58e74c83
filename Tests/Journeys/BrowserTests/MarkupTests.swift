import Browser
import Foundation
import HTML
import TestSupport
import Testing
import WebServer

@Suite(
    "Pages are HTML as it is written down",
    .enabled(if: MarkupCheck.isWanted, "scripts/setup test installs html5lib")
)
struct MarkupTests {
    @Test(
        "the checker finds what is wrong with a page, and nothing in a sound one",
        arguments: [
            ("<h1>一</h1>", nil),
            ("<h1>一</h1><p><div>二</div></p>", "unexpected-end-tag"),
            ("<h1 id=a>一</h1><p id=a>二", "id 'a': expected once, found 2 times"),
            ("<h1>一</h1><h1>二</h1>", "<h1>: expected one, found 2"),
            ("<h1>一</h1><img src=a>", "expected alt"),
            ("<h1>一</h1><label for=b>二</label>", "expected an element 'b'"),
            ("<h1>一</h1><input name=c>", "expected a label"),
            ("<h1>一</h1><ul><p>二</ul>", "<ul>: expected li"),
            ("<h1>一</h1><a href=/><button>二</button></a>", "nothing to press within"),
        ] as [(String, String?)]
    )
    func checker(body: String, fault: String?) throws {
        let page = "<!DOCTYPE html><html lang=zh-CN><meta charset=utf-8><title>样张</title>\(body)"
        let faults = try MarkupCheck.faults(["/": page])
        if let fault {
            #expect(faults.contains { $0.contains(fault) }, "\(faults)")
        } else {
            #expect(faults.isEmpty)
        }
    }

    @Test("every kind of page of the running house is sound, for the public and for each office")
    func house() async throws {
        let house = try await RunningHouse.start()
        do {
            let visits: [(name: String?, starts: [String], least: Int)] = [
                (nil, ["/", "/sitemap.xml", "/me/sign-in", "/sign-in", "/follow", "/nowhere"], 50),
                ("sp-chuangkou", ["/desk"], 8), ("sp-chengban1", ["/desk"], 12), ("sp-pizhun", ["/desk"], 12),
                ("sp-gongkai", ["/disclosure"], 6),
                ("mulu", ["/catalog", "/administration", "/administration/divisions"], 20),
                ("fazhi", ["/catalog", "/administration", "/administration/exports", "/administration/rules"], 20),
                ("gongbu", ["/catalog"], 8), ("jiancha", ["/supervision", "/supervision/public-supervisors"], 20),
                ("xitong", ["/administration/accounts", "/administration/outbox", "/account"], 6),
                ("anquan", ["/administration/accounts", "/account"], 6),
                ("shenji", ["/administration/audit", "/account"], 4),
            ]
            for (name, starts, least) in visits {
                var reader = try PageReader(site: house.site)
                if let name { try await reader.signIn(name) }
                let pages = try await reader.read(from: starts)
                #expect(pages.count >= least, "\(name ?? "the public") saw \(pages.keys.sorted())")
                let faults = try MarkupCheck.faults(pages)
                #expect(faults.isEmpty, "\(name ?? "the public"): \(faults.prefix(20).joined(separator: "\n"))")
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }
}

/// What `scripts/check-html` says of pages.
private enum MarkupCheck {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../scripts/check-html").standardizedFileURL

    /// Python's own module tells whether the checker can work here.
    static let isWanted: Bool =
        (try? run("/usr/bin/python3", ["-c", "import html5lib"]).status) == 0
        || ProcessInfo.processInfo.environment["CI"] != nil

    /// Returns one sentence a fault, with the address of the page.
    static func faults(_ pages: [String: String]) throws -> [String] {
        let folder = try TemporaryFolder()
        var addresses: [String: String] = [:]
        for (place, page) in pages.sorted(by: { $0.key < $1.key }).enumerated() {
            let file = folder.file("\(place).html")
            try Data(page.value.utf8).write(to: URL(fileURLWithPath: file))
            addresses[file] = page.key
        }
        let answer = try run(script.path, addresses.keys.sorted())
        let faults = answer.words.split(separator: "\n").map { line -> String in
            let parts = line.split(separator: ":", maxSplits: 1)
            return "\(addresses[String(parts.first ?? "")] ?? "")\(parts.count > 1 ? ":\(parts[1])" : String(line))"
        }
        try #require((answer.status == 0) == faults.isEmpty, "\(answer.words)")
        return faults
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, words: String) {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let words = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: words, as: UTF8.self))
    }
}

/// Reads the pages one reaches by links, a few of each kind.
private struct PageReader {
    private let client: RawClient
    private var cookies: [String: String] = [:]

    /// Pages of one kind differ in names and numbers.
    private static let mostOfKind = 2
    private static let most = 120
    /// What never ends, and what changes how one sees everything.
    private static let left = ["/supervision/live", "/view/", "/assets/", "/calendar/"]

    init(site: String) throws {
        let port = try #require(site.split(separator: ":").last.flatMap { Int($0) })
        client = RawClient(port: port)
    }

    mutating func signIn(_ name: String) async throws {
        let page = try await get("/sign-in")
        let fields = [("name", name), ("password", "Hengjian-2026"), ("_token", page.field("_token") ?? "")]
        let text = fields.map { "\($0)=\(URLText.encode($1))" }.joined(separator: "&")
        keep(try await client.form("/sign-in", text, headers: [header]))
    }

    /// Returns pages by their addresses.
    mutating func read(from starts: [String]) async throws -> [String: String] {
        var (waiting, seen, kinds) = (starts, Set(starts), [String: Int]())
        var pages: [String: String] = [:]
        while !waiting.isEmpty, pages.count < PageReader.most {
            let address = waiting.removeFirst()
            guard kinds[PageReader.kind(of: address), default: 0] < PageReader.mostOfKind else { continue }
            kinds[PageReader.kind(of: address), default: 0] += 1
            let answer = try await get(address)
            #expect(answer.status < 500, "\(address)")
            if let goal = answer.header("Location"), seen.insert(goal).inserted { waiting.append(goal) }
            guard let type = answer.header("Content-Type"), type.hasPrefix("text/html") || type.contains("xml") else {
                continue
            }
            if type.hasPrefix("text/html"), !answer.body.isEmpty { pages[address] = answer.body }
            for match in answer.body.matches(of: /<a [^>]*href="([^"]+)"|<loc>([^<]+)<\/loc>/) {
                let written = String(match.1 ?? match.2 ?? "").replacing("&amp;", with: "&")
                let path = String((written.hasPrefix("http") ? "" : written).prefix { $0 != "#" })
                guard path.hasPrefix("/"), !PageReader.left.contains(where: path.hasPrefix),
                    seen.insert(path).inserted
                else { continue }
                waiting.append(path)
            }
        }
        return pages
    }

    /// The address without what distinguishes things of a kind.
    private static func kind(of address: String) -> String {
        let parts = address.split(separator: "?", maxSplits: 1).map(String.init)
        let path = (parts.first ?? "").split(separator: "/").map { word in
            word.count > 20 || word.contains(where: \.isNumber) || word.contains("%") ? "*" : String(word)
        }
        let query = parts.count > 1 ? parts[1].split(separator: "&").map { $0.prefix { $0 != "=" } } : []
        return path.joined(separator: "/") + "?" + query.joined(separator: "&")
    }

    private mutating func get(_ path: String) async throws -> RawAnswer {
        let answer = try await client.send("GET", path, headers: [header])
        keep(answer)
        return answer
    }

    private var header: String { "Cookie: " + cookies.map { "\($0)=\($1)" }.joined(separator: "; ") }

    private mutating func keep(_ answer: RawAnswer) {
        for cookie in answer.cookies {
            let pair = (cookie.split(separator: ";").first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
            if let name = pair.first { cookies[name] = pair.count > 1 ? pair[1] : "" }
        }
    }
}
