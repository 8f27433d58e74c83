import BlobStore
import Database
import Directory
import EventLog
import Kernel
import TestHouse
import TestSupport
import Testing

@testable import Casework

@Suite("Messages in a case")
struct ConversationTests {
    private static let party = Actor(kind: .party, id: "party")

    private static func conversation(_ house: TestHouse, _ id: CaseFile.ID) async throws -> CaseConversation {
        try await house.log.read(TestHouse.realm) { try $0.conversation(of: id).state }
    }

    private static func waiting(_ house: TestHouse) async throws -> [String] {
        let agency = house.agency.text
        return try await house.log.read(TestHouse.realm) {
            try $0.waitingConversations(of: agency, limit: 10).map(\.number)
        }
    }

    @Test(
        "the party asks and the officer in charge answers; each sees when the other read it",
        arguments: StorageEngine.allCases
    )
    func exchange(on engine: StorageEngine) async throws {
        let house = try await TestHouse.open(on: engine)
        let answer = try await house.apply()
        let id = answer.caseFile
        let before = try await house.state(id).version
        try await house.submit(SendCaseMessage(caseFile: id, text: "  材料收到了吗？\n"), by: Self.party)
        #expect(try await Self.waiting(house) == [answer.number])
        let window = try house.officer(.reception)
        #expect(try await house.submit(ReadCaseMessages(caseFile: id, through: 1), by: window))
        #expect(try await house.submit(ReadCaseMessages(caseFile: id, through: 1), by: window) == false)
        try await house.submit(SendCaseMessage(caseFile: id, text: "收到，正在审查。"), by: window)
        #expect(try await Self.waiting(house).isEmpty)
        let conversation = try await Self.conversation(house, id)
        #expect(conversation.messages.map(\.from) == [.party, .agency])
        #expect(conversation.messages.first?.content?.text == "材料收到了吗？")
        #expect(conversation.messages.map { $0.readAt != nil } == [true, false])
        #expect(conversation.unread(by: .party) == 2)
        #expect(try await house.state(id).version == before, "a message changes nothing of the case")
        #expect(try await house.log.rebuild(TestHouse.realm, keeping: false).allSatisfy(\.isEqual))
    }

    @Test("only who does a step of the case, or did one, writes for the agency")
    func inCharge() async throws {
        let house = try await TestHouse.open()
        let id = try await house.apply().caseFile
        try await house.submit(SendCaseMessage(caseFile: id, text: "材料收到了吗？"), by: Self.party)
        for responsibility in [Responsibility.handle, .review, .approve] {
            let colleague = try house.officer(responsibility)
            await #expect(throws: CaseworkError.message(.notInCharge)) {
                try await house.submit(SendCaseMessage(caseFile: id, text: "收到"), by: colleague)
            }
            await #expect(throws: CaseworkError.message(.notInCharge)) {
                try await house.submit(ReadCaseMessages(caseFile: id, through: 1), by: colleague)
            }
        }
        await #expect(throws: CaseworkError.notAnOfficer) {
            try await house.submit(SendCaseMessage(caseFile: id, text: "收到"), by: Actor(kind: .visitor, id: "hall"))
        }
        #expect(try await Self.conversation(house, id).messages.count == 1)
    }

    @Test("what is too much or nothing is refused, and a closed case takes no messages")
    func limits() async throws {
        let house = try await TestHouse.open()
        let id = try await house.apply().caseFile
        func refused(_ text: String, files: Int = 0) async throws -> MessageFault? {
            let file = Attachment(
                blob: "B1",
                key: "00",
                digest: "00",
                size: 1,
                name: "a.pdf",
                mediaType: "application/pdf"
            )
            do {
                let files = Array(repeating: file, count: files)
                try await house.submit(SendCaseMessage(caseFile: id, text: text, files: files), by: Self.party)
                return nil
            } catch CaseworkError.message(let fault) {
                return fault
            }
        }
        #expect(try await refused(" \n\t") == .empty)
        #expect(try await refused(String(repeating: "长", count: 1_001)) == .tooLong(greatest: 1_000, found: 1_001))
        #expect(
            try await refused("e" + String(repeating: "\u{301}", count: 9_000)) == .tooLong(greatest: 1_000, found: 1)
        )
        #expect(try await refused("见附件", files: 6) == .tooManyFiles(greatest: 5, found: 6))
        for number in 1...5 { #expect(try await refused("第\(number)次问", files: 1) == nil) }
        #expect(try await refused("第6次问") == .tooManyUnanswered(greatest: 5))
        try await house.submit(SendCaseMessage(caseFile: id, text: "请稍候。"), by: house.officer(.reception))
        #expect(try await refused("好的") == nil)
        let withdraw = WithdrawApplication(caseFile: id, seen: try await house.state(id).version, reason: "选址有变")
        try await house.submit(withdraw, by: Self.party)
        #expect(try await refused("还在吗") == .closed)
    }

    @Test("what was written goes with the party's key")
    func erasure() async throws {
        let house = try await TestHouse.open()
        let id = try await house.apply().caseFile
        try await house.submit(SendCaseMessage(caseFile: id, text: "我的电话是13800000000"), by: Self.party)
        let state = try await house.state(id).state
        let subject = try #require(state.subject ?? state.opening?.party)
        try await house.submit(
            EraseSubject(subject: subject, article: "个人信息保护法§47", reason: "本人申请"),
            by: Actor(kind: .officer, id: "founder")
        )
        #expect(try await Self.conversation(house, id).messages.map(\.content) == [nil])
    }
}
