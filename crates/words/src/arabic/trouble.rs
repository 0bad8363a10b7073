//! Trouble.

use super::{bidi::ltr, count::duration};
use crate::{Text, TroubleMessage};

pub(super) fn say(message: TroubleMessage<'_>) -> Text {
    use TroubleMessage as M;
    match message {
        M::NotFoundTitle => "لا شيء هنا".into(),
        M::NotFoundLead => "لا توجد صفحة في هذا العنوان.".into(),
        M::ForbiddenTitle => "لم يُرسل من هنا".into(),
        M::ForbiddenLead => "جاء هذا الطلب من موقع آخر، فلم نفعل به شيئًا. افتح الصفحة هنا وحاول مرة أخرى.".into(),
        M::MethodTitle => "غير ممكن هنا".into(),
        M::MethodLead => "لا يمكن استخدام هذه الصفحة بهذه الطريقة. افتحها من رابط.".into(),
        M::TooLargeTitle => "كثير دفعة واحدة".into(),
        M::TooLargeLead => "ما أُرسل أكبر مما تقرؤه هذه الصفحة. لم يتغيّر شيء.".into(),
        M::BadRequestTitle => "غير مقروء".into(),
        M::BadRequestLead => "ما أُرسل ليس مما تقرؤه هذه الصفحة. لم يتغيّر شيء.".into(),
        M::TooManyTitle => "محاولات كثيرة جدًا".into(),
        M::TooManyLead { wait } => format!("حاول مرة أخرى بعد {}.", duration(wait)).into(),
        M::TroubleTitle => "لم ينجح ذلك".into(),
        M::TroubleLead => "تعذّر علينا الوصول إلى خدمة تسجيل الدخول. لم يتغيّر شيء. حاول مرة أخرى بعد دقيقة.".into(),
        M::Reference { id } => format!("المرجع {}", ltr(id)).into(),
        M::TryAgain => "المحاولة مرة أخرى".into(),
        M::BackToLogIn => "الذهاب إلى تسجيل الدخول".into(),
    }
}
