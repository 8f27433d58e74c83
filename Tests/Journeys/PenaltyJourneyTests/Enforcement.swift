import Browser
import Testing

/// What is told: a house, the computer at the agency, and the number of the case.
struct Enforcement {
    var house: RunningHouse
    let album: Album
    let agency: BrowserWindow
    var number: String

    static let facts = "演示燃气有限公司未取得燃气经营许可证，在经营场所存放、销售瓶装液化石油气。"

    var address: String { "/desk/cases/\(number)" }

    /// Signs in at the agency's computer as somebody else, and goes to a page.
    func signIn(_ name: String, on path: String? = nil) async throws {
        try await agency.dropCookies()
        try await agency.open("/sign-in?from=\(path ?? address)")
        try await agency.fill(.field("用户名"), with: name)
        try await agency.fill(.field("密码"), with: "Hengjian-2026")
        try await agency.press(.button("登录"))
    }

    /// Opens one form of the case page, fills it, and sends it.
    func act(_ form: String, _ label: String, _ fill: (_ form: OfficeForm) async throws -> Void) async throws {
        let form = OfficeForm(window: agency, prefix: form)
        try await form.open()
        try await fill(form)
        try await agency.press(.button("确认：\(label)"))
    }

    /// The form was refused for what `words` say, at the field named, with what was typed.
    func isRefused(
        _ words: String,
        at field: String? = nil,
        as name: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let text = try await agency.text
        #expect(text.contains(words), "\(text.prefix(600))", sourceLocation: sourceLocation)
        if let field {
            let link = Place.css(".error-summary a[href='#\(field)']")
            #expect(try await agency.has(link), sourceLocation: sourceLocation)
            #expect(try await agency.has(.css("[id='\(field)']")), sourceLocation: sourceLocation)
        }
        _ = try await agency.complaints()
        try await look(as: name, sourceLocation: sourceLocation)
    }

    /// Looks at the page on a wide and a narrow screen; nothing may be broken.
    func look(as name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let faults = try await album.look(at: agency, as: name)
        #expect(faults.isEmpty, "\(name)", sourceLocation: sourceLocation)
    }
}
