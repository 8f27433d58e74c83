import Browser
import Foundation
import HTML
import TestSupport
import Testing

@Suite(
    "A browser in the hands of a test",
    .serialized,
    .enabled(if: WebDriver.isWanted, "Chromium or its driver is missing; scripts/setup test installs them")
)
struct BrowserTests {
    private struct Deliberate: Error {}

    private static let page = """
        <!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>样张</title><h1>申请人</h1>
        <form method="get" enctype="multipart/form-data">
          <label for="name">姓名<span>（必填）</span></label><input id="name" name="name" maxlength="60">
          <label for="file">身份证明</label><input id="file" name="file" type="file">
          <fieldset><input type="radio" id="k-1" name="kind" value="1"><label for="k-1">个人</label></fieldset>
          <button type="submit">保存并继续</button>
        </form>
        <dl><dt>法定期限</dt><dd>20 个工作日</dd></dl>
        <p id="late"></p>
        <script>
          setTimeout(() => { document.getElementById("late").textContent = "黄牌 1 张" }, 200);
        </script>
        """

    /// A site of files in a folder.
    private func site(_ files: [String: [UInt8]]) throws -> (folder: TemporaryFolder, address: String) {
        let folder = try TemporaryFolder()
        for (name, bytes) in files { try Data(bytes).write(to: URL(fileURLWithPath: folder.file(name))) }
        return (folder, "file://\(folder.path)")
    }

    @Test("a page is read and filled in by what a person sees on it")
    func forms() async throws {
        let site = try site(["page.html": Array(Self.page.utf8), "证明.txt": Array("身份".utf8)])
        try await WebDriver.run { driver in
            let window = try await driver.window(on: site.address)
            try await window.open("/page.html")
            #expect(try await window.title == "样张")
            #expect(try await window.find(.heading("申请人")).text == "申请人")
            #expect(try await window.find(.answer(to: "法定期限")).text == "20 个工作日")
            try await window.see("黄牌 1 张")
            try await window.fill(.field("姓名"), with: "李四")
            try await window.fill(.field("姓名"), with: "张三")
            try await window.find(.field("身份证明")).type(site.folder.file("证明.txt"))
            try await window.choose("个人")
            try await window.press(.button("保存并继续"))
            let path = try await window.path
            #expect(path.removingPercentEncoding?.contains("name=张三") == true)
            #expect(path.removingPercentEncoding?.contains("file=证明.txt&kind=1") == true)
            try await window.paste(String(repeating: "长", count: 10_000), into: .field("姓名"))
            #expect(try await window.find(.field("姓名")).value.count == 10_000)
            #expect(try await window.complaints().isEmpty)
        }
    }

    @Test("what is not there is waited for, not for ever, and the page is told")
    func waiting() async throws {
        let site = try site(["page.html": Array(Self.page.utf8)])
        try await WebDriver.run { driver in
            let window = try await driver.window(on: site.address)
            try await window.open("/page.html")
            let fault = await #expect(throws: WebDriverFault.self) {
                try await window.see("红牌", within: .milliseconds(300))
            }
            #expect(fault?.description.contains("waited in vain for 红牌 on /page.html") == true)
            #expect(fault?.description.contains("申请人") == true)
        }
    }

    @Test("every component fits a wide and a narrow screen", arguments: [PageShell.Density.generous, .dense, .large])
    func gallery(density: PageShell.Density) async throws {
        let assets = PageAssets(stylesheet: "design.css", liveScript: "live.js")
        let site = try site([
            "gallery.html": Gallery(assets: assets, density: density).rendered(),
            "design.css": DesignAsset.stylesheet.bytes, "live.js": DesignAsset.liveScript.bytes,
        ])
        let album = Album()
        try await WebDriver.run { driver in
            let window = try await driver.window(on: site.address)
            try await window.open("/gallery.html")
            let faults = try await album.look(at: window, as: "gallery-\(density)")
            #expect(faults.isEmpty)
        }
    }

    @Test("driver and windows end with the test, even when it fails")
    func ending() async throws {
        let site = try site(["page.html": Array(Self.page.utf8)])
        var profiles = ""
        do {
            try await WebDriver.run { driver in
                profiles = driver.profileFolder
                try await driver.window(on: site.address).open("/page.html")
                throw Deliberate()
            }
            Issue.record("the failure of the body was lost")
        } catch is Deliberate {}
        let own = profiles
        // Other tests of this process have browsers of their own at the same time.
        let left = try await Bounded.value(within: .seconds(15)) { try browsers(below: own).isEmpty ? true : nil }
        #expect(left == true)
    }

    /// Returns the command lines of running browsers whose profile lies below `folder`.
    private func browsers(below folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }.compactMap { process in
            let words = try? String(contentsOfFile: "/proc/\(process)/cmdline", encoding: .utf8)
            return words?.contains("--user-data-dir=\(folder)") == true ? words : nil
        }
    }
}
