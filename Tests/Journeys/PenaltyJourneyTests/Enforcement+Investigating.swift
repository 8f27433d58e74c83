import Browser
import Testing

/// Chapter 1: from the clue to the proposal.
extension Enforcement {
    private static let item = "对未取得燃气经营许可证从事燃气经营活动的处罚"

    mutating func aClueIsRegistered() async throws {
        try await house.setClock(to: "2026-03-09T09:30")
        try await signIn("zj-chengban1", on: "/desk")
        try await look(as: "desk-with-opening")
        try await agency.press(.button("登记线索"))
        try await agency.see(Self.item)
        try await look(as: "matters")
        try await agency.press(.button("登记线索"))
        try await look(as: "opening")
        // Without a day of the act nobody can tell whether it is too late.
        try await theClueIsWritten(facts: Self.facts, day: "")
        try await isRefused("违法行为发生日期", at: "open-happenedOn", as: "opening-refused")
        let form = OfficeForm(window: agency, prefix: "open")
        #expect(try await form.value("organization") == "演示燃气有限公司", "what was typed is kept")
        try await form.write("happenedOn", "2026-03-02")
        try await agency.press(.button("确认：登记线索"))
        try await agency.see("已登记")
        number = try await agency.find(.css(".case-line strong")).text
        let text = try await agency.text
        #expect(text.contains("线索核查") && text.contains("案件来源登记表") && text.contains("当事人"))
        #expect(!text.contains("申请人"), "nobody applied for it")
        try await look(as: "case-opened")
    }

    /// Who opens the same matter again is shown the case there is, and goes on only knowingly.
    func theSameMatterIsNotTakenUpTwiceUnseen() async throws {
        try await agency.open("/desk/open")
        try await agency.press(.button("登记线索"))
        try await theClueIsWritten(facts: Self.facts, day: "2026-03-02")
        try await isRefused(number, at: "open-anyway", as: "opening-similar")
    }

    private func theClueIsWritten(facts: String, day: String) async throws {
        let form = OfficeForm(window: agency, prefix: "open")
        try await form.write("organization", "演示燃气有限公司")
        try await form.write("creditCode", "91511602MA62B3XK07")
        try await form.choose("source", "监督检查发现")
        try await form.write("facts", facts)
        try await form.write("place", "广安区演示路 1 号")
        try await form.write("happenedOn", day)
        try await form.write("paper0-address", "广安区演示路 1 号")
        try await form.write("paper0-check", "现场核查属实")
        try await agency.press(.button("确认：登记线索"))
    }

    func theCaseIsFiled() async throws {
        try await signIn("zj-pizhun")
        try await act("file-filed", "立案") {
            #expect(try await $0.value("paper0-facts") == Self.facts, "what the clue says need not be typed again")
            try await $0.write("opinion", "符合立案标准")
            try await $0.write("paper0-grounds", "有违法事实，属本机关管辖")
        }
        try await agency.see("立案日期")
    }

    func certificatesAreShownAndTheMatterIsInvestigated() async throws {
        try await signIn("zj-chengban1")
        try await act("identify-shown", "已出示") {
            try await $0.write("opinion", "已出示执法证件")
            try await $0.write("paper0-shownAt", "2026-03-09T10:00")
            try await $0.tick("paper0-way", "出示执法证件")
            try await $0.tick("paper0-recusal", "已告知，不申请回避")
            try await $0.tickFirst("companions")
        }
        try await act("investigate-done", "调查完毕") {
            try await $0.write("opinion", "检查、询问完毕")
            try await $0.write("paper0-began", "2026-03-09T10:05")
            try await $0.write("paper0-ended", "2026-03-09T11:20")
            try await $0.write("paper0-place", "广安区演示路 1 号")
            try await $0.write("paper0-person", "法定代表人演示甲")
            try await $0.write("paper0-content", "询问燃气经营许可证和购销情况，当事人称尚未办证")
            try await $0.choose("paper0-signing", "核对无误")
            try await $0.tickFirst("companions")
        }
        try await look(as: "case-investigated")
    }

    func nothingIsConcludedWithoutEvidence() async throws {
        try await conclude()
        try await isRefused("行政处罚法§40", as: "case-without-evidence")
        let form = OfficeForm(window: agency, prefix: "conclude-violation")
        #expect(try await form.value("broken") == "城镇燃气管理条例§15", "what was typed is kept")
        try await agency.open(address)
        let photo = try house.write("现场照片.pdf", Array("%PDF-1.4\n%演示\n".utf8))
        try await act("evidence", "添加证据") {
            try await $0.choose("kind", "勘验笔录")
            try await $0.write("name", "现场检查笔录")
            try await $0.write("shows", "存放、销售瓶装液化石油气")
            try await $0.write("origin", "现场制作")
            try await $0.upload("files", photo)
        }
        try await isRefused("行政处罚法§42", at: "evidence-companions", as: "evidence-by-one")
        try await act("evidence", "添加证据") {
            #expect(try await $0.value("name") == "现场检查笔录")
            try await $0.upload("files", photo)
            try await $0.tickFirst("companions")
        }
        try await agency.see("已办理：添加证据")
        let file = try await agency.find(.link("现场照片.pdf")).attribute("href")
        #expect(try await agency.download(try #require(file)).status == 200)
        try await look(as: "case-with-evidence")
    }

    func theInvestigationEndsWithAProposal() async throws {
        try await conclude()
        try await agency.see("拟作出的处罚")
        #expect(try await agency.text.contains("罚款人民币120,000.00元"))
        try await look(as: "case-proposed")
    }

    private func conclude() async throws {
        try await act("conclude-violation", "违法事实成立") {
            try await $0.write("opinion", "违法事实清楚，建议处罚")
            try await $0.write("broken", "城镇燃气管理条例§15")
            try await $0.write("basis", "城镇燃气管理条例§45.1")
            try await weigh($0)
            try await $0.choose("kind-0", "罚款")
            try await $0.write("amount-0", "120000")
            try await $0.write("discretion", "主动停止经营，配合调查")
            #expect(try await $0.value("paper0-facts") == Self.facts)
            if try await $0.value("paper0-evidence").isEmpty { try await $0.write("paper0-evidence", "现场检查笔录") }
        }
    }

    /// By the benchmark of the item: fifty to a hundred and eighty-five thousand.
    private func weigh(_ form: OfficeForm) async throws {
        try await form.tick("situation", "1/unlicensed")
        try await form.choose("factor-0-0", "是")
        try await form.choose("factor-0-1", "未造成危害后果")
        try await form.write("factor-0-2", "2")
    }
}
