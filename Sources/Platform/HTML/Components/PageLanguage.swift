/// The language of a page, with what every page says in it.
package enum PageLanguage: String, CaseIterable, Sendable {
    case chinese = "zh-CN"
    case english = "en"

    var skip: String { self == .chinese ? "跳到正文" : "Skip to main content" }
    var mainMenu: String { self == .chinese ? "主导航" : "Main menu" }
    var notice: String { self == .chinese ? "提示" : "Notice" }
    var place: String { self == .chinese ? "当前位置" : "You are here" }

    var pages: String { self == .chinese ? "翻页" : "Pages" }
    var previous: String { self == .chinese ? "上一页" : "Previous" }
    var next: String { self == .chinese ? "下一页" : "Next" }
    var search: String { self == .chinese ? "搜索" : "Search" }
    var suggestions: String { self == .chinese ? "搜索建议" : "Suggestions" }

    /// Chinese words on a page in this language: marked as Chinese where the page is not.
    @HTMLBuilder
    package func quoting(_ chinese: String) -> any HTML {
        if self == .chinese { chinese } else { span(.lang(PageLanguage.chinese.rawValue)) { chinese } }
    }
}
