import Casework
import Codes
import Cryptography
import Directory
import EventLog
import Kernel
import Parties
import Processes
import TestHouse
import Testing

@testable import Hall

@Suite("The other party of an adjudication, in the Hall")
struct RespondentTests {
    @Test(
        "its notice's code opens the case from its side: what it is told, its own messages, nothing that only the applicant does"
    )
    func respondent() async throws {
        let site = try await HallTestSite()
        let house = site.house
        let item = try await house.publish(.adjudication, .adjudication, named: "对民间纠纷的裁决")
        let opened = try await house.submit(
            SubmitApplication(
                item: item,
                channel: .online,
                applicant: .person(name: "张三", identityNumber: "11010519491231002X", mobile: "13800000000"),
                submission: Submission(
                    answers: [FormAnswer(field: "claim", label: "请求", value: "请求确认某某地块的界址")],
                    materials: []
                ),
                queryDigest: "digest"
            ),
            by: Actor(kind: .visitor, id: "visitor")
        )
        let code = QueryCode(respondentOf: opened.number, under: house.ring.key(for: .receipt)).text
        for words in ["respondent of \(opened.number)", "respondent code \(opened.number)", opened.number] {
            let formed = QueryCode(formKey: words, under: house.ring.key(for: .receipt)).text
            #expect(formed != code, "no form's key, which comes from outside, gives the code")
        }
        let address = "/follow/\(opened.number)/\(code)"
        try await site.serve { visitor in
            func act(_ step: Step.ID, _ outcome: StepOutcome.ID) async throws {
                let current = try await house.state(opened.caseFile)
                let definition = try ProcessTemplate.adjudication.definition()
                let found = try #require(definition.step(step))
                let command = CompleteStep(
                    caseFile: opened.caseFile,
                    seen: current.version,
                    step: step,
                    outcome: outcome,
                    opinion: "情况属实",
                    documents: try DocumentRecord.filledIn(found, try #require(found.outcome(outcome)))
                )
                let isWindow = found.post == "window"
                try await house.submit(command, by: house.officer(isWindow ? .reception : .handle))
            }
            try await act("receive", "registered")
            try await act("accept", "accepted")
            try await visitor.go(address)
            #expect(visitor.status == 404, "nobody was told yet")
            try await house.submit(
                SendCaseMessage(caseFile: opened.caseFile, text: "请申请人补一份地契"),
                by: house.officer(.handle)
            )
            house.clock.set("2026-03-03")
            try await act("notice", "notified")
            try await visitor.go(address)
            #expect(visitor.status == 200)
            #expect(visitor.page.contains("您是本案的被申请人"))
            #expect(!visitor.page.contains("请求确认某某地块的界址"), "the copy is served, not shown")
            #expect(!visitor.page.contains("撤回这项申请"))
            #expect(!visitor.page.contains("申请有关人员回避"))
            try await visitor.go("\(address)/withdraw")
            #expect(visitor.status == 404)
            try await visitor.go("\(address)/supplement")
            #expect(visitor.status == 404)
            try await visitor.go("\(address)/recusal")
            #expect(visitor.status == 404, "what it wrote would be kept with the applicant's things")
            await #expect(throws: CaseworkError.noSuchCase(opened.caseFile.text)) {
                try await house.submit(
                    AskForRecusal(
                        caseFile: opened.caseFile,
                        named: "",
                        ground: .interest,
                        reasons: "承办人是申请人的股东"
                    ),
                    by: Actor(kind: .party, id: CaseConversation.respondent)
                )
            }

            let opening = try #require(try await house.state(opened.caseFile).state.opening)
            let party = Actor(kind: .party, id: opening.party)
            try await house.submit(SendCaseMessage(caseFile: opened.caseFile, text: "申请人的私下说明"), by: party)
            try await visitor.go("\(address)/messages")
            #expect(!visitor.page.contains("申请人的私下说明"))
            #expect(!visitor.page.contains("请申请人补一份地契"), "what was written before it was told is not for it")
            try await visitor.send(
                "\(address)/messages",
                ["text": "答辩：界址早有协议"],
                files: [("files", "答辩书.pdf", "%PDF-1.4")]
            )
            #expect(visitor.page.contains("答辩：界址早有协议") && visitor.page.contains("答辩书.pdf"))
            let talk = try await house.log.read(TestHouse.realm) { try $0.conversation(of: opened.caseFile).state }
            #expect(talk.messages.map(\.from) == [.agency, .party, .respondent])
            #expect(talk.messages(seenBy: .party).map(\.number) == [1, 2])
            #expect(talk.messages(seenBy: .agency).count == 3 && talk.unanswered == 2)
            try await house.submit(
                SendCaseMessage(caseFile: opened.caseFile, text: "双方材料均已收到"),
                by: house.officer(.handle)
            )
            try await visitor.go("\(address)/messages")
            #expect(visitor.page.contains("双方材料均已收到"))
        }
    }

    @Test("whoever is no respondent of the case writes to nobody, and a code of another case opens nothing")
    func stranger() async throws {
        let site = try await HallTestSite()
        let house = site.house
        let receipt = try await house.apply()
        let code = QueryCode(respondentOf: receipt.number, under: house.ring.key(for: .receipt)).text
        try await site.serve { visitor in
            try await visitor.go("/follow/\(receipt.number)/\(code)")
            #expect(visitor.status == 404, "a license has no respondent")
            await #expect(throws: CaseworkError.self) {
                try await house.submit(
                    SendCaseMessage(caseFile: receipt.caseFile, text: "答辩"),
                    by: Actor(kind: .party, id: CaseConversation.respondent)
                )
            }
        }
    }
}
