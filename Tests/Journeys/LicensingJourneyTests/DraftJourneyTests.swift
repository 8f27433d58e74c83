import Browser
import Foundation
import Testing

/// What is typed is not lost: told by a real browser with a long form.
@Suite(
    "A draft that survives",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct DraftJourneyTests {
    @Test("sixty fields and twenty files survive reload, back button, lost network and a second window")
    func draft() async throws {
        let house = try await RunningHouse.start()
        do {
            try await WebDriver.run { driver in
                let story = DraftStory(
                    house: house,
                    album: Album(),
                    citizen: try await driver.window(on: house.site),
                    second: try await driver.window(on: house.site)
                )
                let draft = try await story.aLongFormIsFilledIn()
                try await story.itSurvivesReloadAndBackButton(draft)
                try await story.itSurvivesALostNetwork(draft)
                try await story.aSecondWindowIsTold(draft)
                try await story.twentyFilesAreUploaded(draft)
            }
        } catch {
            _ = await house.stop()
            throw error
        }
        #expect(await house.stop() == 0)
    }
}

private struct DraftStory {
    let house: RunningHouse
    let album: Album
    let citizen: BrowserWindow
    let second: BrowserWindow

    private static let item = "511A0015500009-511602000000-000-115113016823646795-1-00"
    private static let people = 20

    private func named(_ field: String) -> Place { .css("[name=\"field-\(field)\"]") }

    private func isSaved(_ window: BrowserWindow) async throws { try await window.see("已自动保存") }

    func aLongFormIsFilledIn() async throws -> String {
        try await citizen.open("/items/\(Self.item)/apply")
        try await citizen.press(.button("开始填写"))
        let draft = try await citizen.path
        try await citizen.open("\(draft)/form")
        for _ in 1..<Self.people { try await citizen.press(.button("再加一项：直接为顾客服务的人员")) }
        #expect(try await citizen.all(.css("main input:not([type=hidden]), main select")).count >= 60)
        #expect(try await !citizen.text.contains("集中空调通风系统机组数"), "what is not asked is not shown")
        try await citizen.find(.css("[name=\"field-hasAirConditioning\"][value=\"是\"]")).click()
        try await citizen.see("集中空调通风系统机组数")
        try await citizen.fill(named("placeName"), with: "小面馆")
        try await citizen.find(named("placeKind")).type("其他")
        try await citizen.fill(named("placeAddress"), with: "广安区演示路 1 号")
        try await citizen.fill(named("area"), with: "86")
        for number in 1...Self.people {
            try await citizen.fill(named("staff.\(number).name"), with: "员工\(number)")
            try await citizen.fill(named("staff.\(number).post"), with: "岗位\(number)")
            try await citizen.find(.css("[name=\"field-staff.\(number).hasProof\"][value=\"办理中\"]")).click()
        }
        try await isSaved(citizen)
        return draft
    }

    private func everythingIsThere(_ name: String, in window: BrowserWindow) async throws {
        #expect(try await window.find(named("placeName")).value == name)
        #expect(try await window.find(named("area")).value == "86")
        for number in 1...Self.people {
            #expect(try await window.find(named("staff.\(number).name")).value == "员工\(number)")
            #expect(try await window.find(named("staff.\(number).post")).value == "岗位\(number)")
        }
    }

    func itSurvivesReloadAndBackButton(_ draft: String) async throws {
        // Typed a moment before, not yet saved.
        try await citizen.fill(named("placeName"), with: "小面馆一店")
        try await citizen.reload()
        try await everythingIsThere("小面馆一店", in: citizen)
        try await citizen.open(draft)
        try await citizen.press(.link("申请表"))
        try await citizen.fill(named("placeName"), with: "小面馆二店")
        try await citizen.goBack()
        try await citizen.press(.link("申请表"))
        try await everythingIsThere("小面馆二店", in: citizen)
    }

    func itSurvivesALostNetwork(_ draft: String) async throws {
        try await isSaved(citizen, after: "小面馆三店")
        try await citizen.setNetwork(isOff: true)
        try await citizen.fill(named("placeName"), with: "小面馆四店")
        try await citizen.see("还没有保存：线路中断")
        // Who reloads without network gets the browser's own page; what was typed waits.
        do { try await citizen.reload() } catch is WebDriverFault {}
        try await citizen.setNetwork(isOff: false)
        try await citizen.open("\(draft)/form")
        try await everythingIsThere("小面馆四店", in: citizen)
        try await isSaved(citizen)
        try await second.open("\(draft)/form")
        try await everythingIsThere("小面馆四店", in: second)
        _ = try await citizen.complaints()
    }

    private func isSaved(_ window: BrowserWindow, after name: String) async throws {
        try await window.fill(named("placeName"), with: name)
        try await isSaved(window)
    }

    func aSecondWindowIsTold(_ draft: String) async throws {
        try await citizen.open("\(draft)/form")
        try await second.open("\(draft)/form")
        try await isSaved(citizen, after: "甲店")
        try await second.fill(named("manager"), with: "李四")
        try await second.wait("the other window's name") { try await second.find(named("placeName")).value == "甲店" }
        try await isSaved(citizen, after: "乙店")
        try await second.fill(named("placeName"), with: "丙店")
        try await second.see("另一个窗口填写的是“乙店”，本窗口填写的是“丙店”")
        #expect(try await second.find(named("placeName")).value == "丙店")
        #expect(try await album.look(at: second, as: "draft-two-windows").isEmpty)
        _ = try await second.complaints()
    }

    func twentyFilesAreUploaded(_ draft: String) async throws {
        let scans = try (1...5).map { try house.write("扫描件\($0).pdf", Array("%PDF-1.4\n%演示\($0)\n".utf8)) }
        for material in 1...4 {
            try await citizen.open("\(draft)/materials/\(material)")
            try await citizen.find(.css("input[type=file]")).type(scans.joined(separator: "\n"))
            guard material == 2 else {
                try await citizen.press(.button("上传"))
                continue
            }
            try await citizen.setNetwork(isOff: true)
            try await citizen.find(.button("上传")).click()
            try await citizen.see("还没有发出：线路中断")
            try await citizen.setNetwork(isOff: false)
            try await citizen.see("已上传 5 个文件")
        }
        try await citizen.reload()
        let words = try await citizen.text
        #expect(words.components(separatedBy: "已上传 5 个文件").count == 5, "four materials of five files each")
        _ = try await citizen.complaints()
    }
}
