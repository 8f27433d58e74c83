/// The language of a page, with what every page says in it.
package enum PageLanguage: String, CaseIterable, Sendable {
    case chinese = "zh-CN"
    case english = "en"

    var skip: String { self == .chinese ? "跳到正文" : "Skip to main content" }
    var mainMenu: String { self == .chinese ? "主导航" : "Main menu" }
    var notice: String { self == .chinese ? "提示" : "Notice" }
    var place: String { self == .chinese ? "当前位置" : "You are here" }

    /// Chinese words on a page in this language: marked as Chinese where the page is not.
    @HTMLBuilder
    package func quoting(_ chinese: String) -> any HTML {
        if self == .chinese { chinese } else { span(.lang(PageLanguage.chinese.rawValue)) { chinese } }
    }
}
