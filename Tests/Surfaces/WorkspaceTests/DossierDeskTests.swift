import Access
import BlobStore
import Casework
import Database
import Decisions
import Directory
import EventLog
import Kernel
import Parties
import TestHouse
import TestSupport
import Testing

@Suite("Keeping dossiers at the desk")
struct DossierDeskTests {
    @Test("a closed case is archived, opened, lent and taken back; who may not is told so")
    func kept() async throws {
        let desk = try await TestDesk()
        let open = try await Self.apply(desk, named: "李四")
        let closed = try await Self.apply(desk, named: "张三")
        let withdraw = WithdrawApplication(caseFile: closed.caseFile, seen: 1, reason: "另行选址")
        try await desk.house.submit(withdraw, by: Actor(kind: .visitor, id: "visitor"))
        _ = try await desk.issuer.issue(for: closed.caseFile, in: TestHouse.realm)
        let path = "/desk/cases/\(closed.number)/dossier"
        try await desk.serve { port in
            let (handler, approver) = (DeskBrowser(port: port), DeskBrowser(port: port))
            _ = try await handler.signIn("handler")
            _ = try await approver.signIn("approver")
            #expect(try await handler.get("/desk/cases/\(closed.number)").body.contains("href=\"\(path)\""))

            // Not while the case is open, and not by who approves.
            let early = try await handler.get("/desk/cases/\(open.number)")
            let unclosed = try await handler.get("/desk/cases/\(open.number)/dossier")
            #expect(unclosed.body.contains("办件办结以后归档"))
            let refused = try await handler.post(
                "/desk/cases/\(open.number)/dossier/archive",
                [],
                from: early
            )
            #expect(refused.status == 409 && refused.body.contains("实为尚未办结（档案法§13）"))
            let foreign = try await approver.post("\(path)/archive", [], from: Self.form(approver, path))
            #expect(foreign.status == 403)
            #expect(try await handler.get("\(path)/dossier.pdf").status == 404)

            let page = try await handler.act("\(path)/archive", [], from: Self.form(handler, path))
            #expect(page.body.contains("已办理：归档") && page.body.contains("在库"))
            let bound = try await handler.get("\(path)/dossier.pdf")
            #expect(bound.header("Content-Type") == "application/pdf")
            #expect(try await handler.get("\(path)/package.zip").header("Content-Type") == "application/zip")
            #expect(try await handler.get("\(path)/other").status == 404)
            let seen = try await desk.house.state(closed.caseFile).version
            let again = try await handler.post("\(path)/archive", [("seen", "\(seen)")], from: early)
            #expect(again.status == 409 && again.body.contains("不能再次归档"))

            let borrower = try desk.house.officer(.handle, 1).id
            let loan = [("borrower", borrower), ("days", "5"), ("reason", "案卷评查")]
            #expect(try await handler.post("\(path)/lend", loan, from: Self.form(handler, path)).status == 403)
            let own = [("borrower", try desk.house.officer(.approve).id), ("days", "5"), ("reason", "案卷评查")]
            let refusedLoan = try await approver.post("\(path)/lend", own, from: Self.form(approver, path))
            #expect(refusedLoan.status == 403 && refusedLoan.body.contains("应不是借阅人"))
            let lent = try await approver.act("\(path)/lend", loan, from: Self.form(approver, path))
            #expect(lent.body.contains("已借出") && lent.body.contains("演示承办乙"))
            let twice = try await approver.post(
                "\(path)/lend",
                loan,
                from: approver.get("/desk/cases/\(open.number)")
            )
            #expect(twice.status == 409 && twice.body.contains("实为已借出"))

            desk.house.clock.set("2026-03-09")
            #expect(try await handler.get(path).body.contains("逾期未还"))
            #expect(try await handler.get("/dossiers?tab=overdue").body.contains(closed.number))
            let back = try await handler.act("\(path)/return", [("finding", "页数相符，完好")], from: Self.form(handler, path))
            #expect(back.body.contains("在库") && back.body.contains("页数相符，完好"))
            #expect(try await !handler.get("/dossiers?tab=overdue").body.contains(closed.number))

            // Who only confirms items of the catalog has no business with cases.
            let keeper = DeskBrowser(port: port)
            _ = try await keeper.signIn("keeper")
            #expect(try await keeper.get("\(path)/dossier.pdf").status == 403)
            #expect(try await keeper.get("/dossiers").status == 403)
        }
        let seen = try await desk.house.database.read { reader in
            try reader.rows(
                """
                SELECT remark
                  FROM audit_entry
                 WHERE subject = \(closed.number)
                   AND remark LIKE 'dossier%'
                 ORDER BY remark
                """
            ).map { try $0["remark"] as String }
        }
        #expect(seen == ["dossier", "dossier package"])
    }

    /// The page whose token, key and seen version go with a form.
    private static func form(_ browser: DeskBrowser, _ path: String) async throws -> RawAnswer {
        try await browser.get(path)
    }

    private static func apply(_ desk: TestDesk, named name: String) async throws -> SubmitApplication.Answer {
        let file = try await desk.blobs.keep(
            Array("申请书".utf8),
            name: "申请书.pdf",
            mediaType: "application/pdf",
            randomness: SystemRandomness()
        )
        let command = SubmitApplication(
            item: desk.house.license,
            channel: .online,
            applicant: .person(name: name, identityNumber: "11010519491231002X", mobile: "13800000000"),
            submission: Submission(
                answers: [FormAnswer(field: "purpose", label: "申请事由", value: "开办民办幼儿园")],
                materials: [SubmittedMaterial(material: "申请书", attachments: [file])]
            ),
            queryDigest: "digest"
        )
        return try await desk.house.submit(command, by: Actor(kind: .visitor, id: "visitor"))
    }
}
