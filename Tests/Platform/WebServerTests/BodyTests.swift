import Foundation
import Testing
import TestSupport
import WebServer

@Suite("Forms and files")
struct BodyTests {
    private let limits = BodyLimits(requestBytes: 10_000, fileBytes: 100, fieldBytes: 50, parts: 5)

    private func part(_ disposition: String, _ content: String, type: String? = nil) -> String {
        let typeLine = type.map { "Content-Type: \($0)\r\n" } ?? ""
        return "--B\r\nContent-Disposition: form-data; \(disposition)\r\n\(typeLine)\r\n\(content)\r\n"
    }

    private func parse(_ text: String, chunk: Int = .max) throws -> FormContent {
        var parser = MultipartParser(boundary: "B", limits: limits)
        let bytes = Array(text.utf8)
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + min(chunk, bytes.count))
            try parser.consume(bytes[start..<end])
            start = end
        }
        return try parser.finish()
    }

    @Test("fields and files are read however the bytes are cut", arguments: [1, 2, 3, 7, 64, 100_000])
    func chunks(chunk: Int) throws {
        let text =
            "preamble\r\n" + part("name=\"名称\"", "张三\r\n--A")
            + part("name=\"f\"; filename=\"图.pdf\"", "\r\n--\r\n-", type: "application/pdf")
            + part("name=\"empty\"; filename=\"\"", "") + part("name=\"none\"", "") + "--B--\r\nepilogue"
        let form = try parse(text, chunk: chunk)
        #expect(form.values["名称"] == "张三\r\n--A")
        #expect(form.values["none"]?.isEmpty == true)
        #expect(form.files.map(\.name) == ["图.pdf"])
        #expect(form.files.first?.bytes == Array("\r\n--\r\n-".utf8))
        #expect(form.files.first?.declaredType == "application/pdf")
    }

    @Test(
        "a name with marks, Chinese or emoji is read as meant",
        arguments: [
            ("filename=\"a\\\"b.txt\"", "a_b.txt"), ("filename=\"a%22b.txt\"", "a_b.txt"),
            ("filename=\"证明（复印件）👨‍👩‍👧.jpg\"", "证明（复印件）👨‍👩‍👧.jpg"), ("filename=\"C:\\\\x\\\\证.pdf\"", "证.pdf"),
            ("filename=x.txt", "x.txt"), ("filename=\"x.txt\"; filename*=UTF-8''%E8%AF%81.pdf", "证.pdf"),
            ("filename=\"../../etc/passwd\"", "passwd"), ("FileName=\"a.b\"", "a.b"),
        ] as [(String, String)]
    )
    func names(parameter: String, name: String) throws {
        let form = try parse(part("name=\"f\"; \(parameter)", "x") + "--B--")
        #expect(form.files.first?.name == name)
    }

    @Test(
        "names are made safe",
        arguments: [
            ("", "未命名"), ("...", "未命名"), ("con.txt", "_con.txt"), ("a\u{202E}fdp.exe", "afdp.exe"), ("a\u{0}b", "ab"),
            ("a<b>|c?.txt", "a_b__c_.txt"), ("　证 . ", "证"),
        ] as [(String, String)]
    )
    func cleaned(name: String, clean: String) {
        #expect(FileName.cleaned(name) == clean)
    }

    @Test("ten thousand characters are shortened and keep their ending", arguments: ["长", "a", "👨‍👩‍👧"])
    func longNames(character: String) {
        let clean = FileName.cleaned(String(repeating: character, count: 10_000) + ".pdf")
        #expect(clean.hasSuffix(".pdf") && clean.count <= 60 && clean.utf8.count <= 200)
    }

    @Test(
        "what is broken, cut or too large is refused by name",
        arguments: [
            ("", .cutShort), ("--B\r\n\r\nx\r\n--B--", .brokenPart),
            ("--B\r\nContent-Type: a\r\n\r\nx\r\n--B--", .brokenPart), ("--C\r\n\r\n--C--", .cutShort),
            ("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nunfinished", .cutShort),
            ("--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\na\u{0}\r\n--B--", .notText(field: "a")),
            (
                "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + String(repeating: "x", count: 51)
                    + "\r\n--B--",
                .fieldOver(field: "a", limitBytes: 50)
            ),
            (
                "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\n"
                    + String(repeating: "x", count: 200),
                .fileOver(name: "f", limitBytes: 100)
            ),
            (
                String(repeating: "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n", count: 6) + "--B--",
                .tooManyParts(limit: 5)
            ),
            ("--B\r\nX: " + String(repeating: "x", count: 20_000), .brokenPart),
            (String(repeating: "x", count: 20_000), .noBoundary),
        ] as [(String, BodyFault)]
    )
    func faults(text: String, fault: BodyFault) {
        for chunk in [1, 1_000_000] {
            #expect(throws: fault) { try parse(text, chunk: chunk) }
        }
    }
}

@Suite("Uploads over a real connection", .serialized)
struct UploadTests {
    private func upload(
        _ client: RawClient,
        _ body: String,
        boundary: String = "B",
        headers: [String] = []
    ) async throws -> RawAnswer {
        let page = try await client.send("GET", "/")
        let token = try #require(page.field("_token"))
        let all =
            headers + [
                page.cookieHeader, "X-Forgery-Token: \(token)",
                "Content-Type: multipart/form-data; boundary=\(boundary)",
            ]
        return try await client.send("POST", "/upload", headers: all, body: Array(body.utf8))
    }

    private func file(_ size: Int, name: String = "a.txt") -> String {
        "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\(name)\"\r\n\r\n"
            + String(repeating: "x", count: size) + "\r\n"
    }

    @Test("several files arrive; too much is answered 413 with a page that says how much")
    func limits() async throws {
        try await TestSite().serve { client in
            let good = try await upload(client, file(90_000) + file(3, name: "证.pdf") + "--B--")
            #expect(good.body == "f/a.txt/90000\nf/证.pdf/3")
            let large = try await upload(client, file(150_000, name: "大.pdf") + "--B--")
            #expect(large.status == 413 && large.body.contains("大.pdf") && large.body.contains("97 KB"))
            let many = try await upload(client, file(90_000) + file(90_000) + file(90_000) + "--B--")
            #expect(many.status == 413)
        }
    }

    @Test("a wrong boundary, another kind of body and broken text are 400 or 415")
    func malformed() async throws {
        try await TestSite().serve { client in
            #expect(try await upload(client, file(3) + "--B--", boundary: "C").status == 400)
            let page = try await client.send("GET", "/")
            let token = try #require(page.field("_token"))
            let headers = [page.cookieHeader, "X-Forgery-Token: \(token)"]
            let json = headers + ["Content-Type: application/json"]
            #expect(try await client.send("POST", "/sign-in", headers: json, body: [1]).status == 415)
            #expect(try await client.form("/sign-in", "name=%00", headers: headers).status == 400)
            #expect(try await client.form("/sign-in", "name=%FF", headers: headers).status == 400)
        }
    }

    @Test("a connection cut in the middle changes nothing")
    func cut() async throws {
        let site = TestSite()
        try await site.serve { client in
            let page = try await client.send("GET", "/")
            let token = try #require(page.field("_token"))
            let head = [
                "POST /sign-in HTTP/1.1", "Host: x", page.cookieHeader, "Content-Length: 500",
                "Content-Type: application/x-www-form-urlencoded", "", "name=a&_token=\(token)",
            ]
            let answer = try? await client.exchange(Array(head.joined(separator: "\r\n").utf8), cutsAfterSending: true)
            #expect(answer.map { $0.status == 400 } ?? true)
            #expect(await site.sessions.keys.isEmpty)
        }
    }

    @Test("a body that does not come is not waited for")
    func slow() async throws {
        let settings = WebServerSettings(port: 0, bodyTimeout: .milliseconds(200))
        try await TestSite().serve(settings: settings) { client in
            let head = "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nabc"
            let answer = try await client.exchange(Array(head.utf8))
            #expect(answer.status == 408)
        }
    }
}
